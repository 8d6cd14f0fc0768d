/** The board for what speaks about properties: the pack with its questions, which the first load leaves out. Import it lazily. */
import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { type ReactNode, useMemo } from 'react';
import type { Room } from './room.ts';
import { RoomContext, useRoom } from './use-room.ts';

/** Provides the same room with the whole pack to everything inside. */
export function WithQuestions({ children }: { readonly children: ReactNode }) {
  const room = useRoom();
  const detailed = useMemo((): Room => ({ ...room, pack: createPackIndex(board) }), [room]);
  return <RoomContext value={detailed}>{children}</RoomContext>;
}
