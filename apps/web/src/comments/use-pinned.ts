/** Conversations that are marked on the drawing: open ones, and the one that is looked at. */
import type { CommentAnchor, CanvasPoint, ElementId } from '@strideboard/model';
import { useMemo } from 'react';
import { collapsedAround } from '../room/collapsed-around.ts';
import { meantBy, shownDiagram } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useScene } from '../room/use-scene.ts';
import { useSession } from '../session/use-session.ts';
import type { ThreadState } from './list-threads.ts';
import { createPinPlaces, type Pinned } from './place-pins.ts';

/** The marks, and where an anchor is on the drawing. */
export function usePinned(
  threads: readonly ThreadState[],
  openId: string | null,
): { readonly pinned: readonly Pinned[]; readonly placeOf: (anchor: CommentAnchor) => CanvasPoint | null } {
  const room = useRoom();
  const scene = useScene();
  const wanted = useSession((state) => state.diagram);
  const diagrams = useModel((model) => model.diagrams);
  const manual = useModel((model) => model.manual);
  const placeOf = useMemo(() => {
    const index = room.index();
    return createPinPlaces({
      scene,
      diagram: shownDiagram(diagrams, wanted),
      firstDiagram: diagrams[0]?.id ?? null,
      manual,
      hiddenIn: (id) => {
        const around = collapsedAround(index, id);
        return around !== null && scene.elementById.get(around)?.boundary?.folds != null ? around : null;
      },
      meant: (id: ElementId) => meantBy(index, id),
    });
  }, [room, scene, diagrams, wanted, manual]);
  const pinned = useMemo(
    () =>
      threads.flatMap(({ thread }): readonly Pinned[] => {
        if (thread.anchor === null || thread.orphaned) return [];
        if (thread.state === 'resolved' && thread.id !== openId) return [];
        const point = placeOf(thread.anchor);
        return point === null ? [] : [{ thread, point }];
      }),
    [threads, placeOf, openId],
  );
  return { pinned, placeOf };
}
