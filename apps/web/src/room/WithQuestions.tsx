/** The board for what speaks about properties: the pack with its questions, which the first load leaves out. Import it lazily. */
import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { type ReactNode, useMemo } from 'react';
import { boardWith } from '../packs/fit-packs.ts';
import type { Room } from './room.ts';
import { RoomContext, usePacks, useRoom } from './use-room.ts';

/** Provides the same room with the whole pack, and those of the board, to everything inside. */
export function WithQuestions({ children }: { readonly children: ReactNode }) {
  const room = useRoom();
  const additions = usePacks((state) => state.additions);
  const spoken = usePacks((state) => state.spoken);
  const pack = useMemo(() => createPackIndex(boardWith(spoken?.board ?? board, additions)), [spoken, additions]);
  const detailed = useMemo((): Room => ({ ...room, pack }), [room, pack]);
  return <RoomContext value={detailed}>{children}</RoomContext>;
}
