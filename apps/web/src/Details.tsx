/** The right panel: the features that speak about what is selected, side by side as tabs. */
import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { useMemo } from 'react';
import { DetailsPanel } from './inspector/DetailsPanel.tsx';
import { ElementTab } from './inspector/ElementTab.tsx';
import { NotesTab } from './inspector/NotesTab.tsx';
import type { Room } from './room/room.ts';
import { RoomContext, useRoom } from './room/use-room.ts';
import { QuestionsTab } from './threats/QuestionsTab.tsx';
import { ThreatsTab } from './threats/ThreatsTab.tsx';

/** Composes the panel; the features do not know each other. Only here the pack includes its questions. */
export function Details() {
  const room = useRoom();
  const detailed = useMemo((): Room => ({ ...room, pack: createPackIndex(board) }), [room]);
  return (
    <RoomContext value={detailed}>
      <DetailsPanel
        tabs={{
          element: <ElementTab />,
          threats: <ThreatsTab />,
          questions: <QuestionsTab />,
          notes: <NotesTab />,
        }}
      />
    </RoomContext>
  );
}
