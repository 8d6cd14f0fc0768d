/** Keeps the canvas on the diagram that is asked for: its view, and going where a selection is that was made elsewhere. */
import { type Box, centreOf, type DiagramId, unionOf } from '@strideboard/model';
import { useEffect } from 'react';
import { collapsedAround } from '../room/collapsed-around.ts';
import { listedDiagram, shownDiagram } from '../room/current-diagram.ts';
import { holdersOf } from '../room/look-into.ts';
import { seeSelection } from '../room/see-selection.ts';
import { boxesOfSelection, fitAll } from './actions.ts';
import type { Bench } from './bench.ts';
import { coveredParts } from './covered-parts.ts';
import { clearFrame, revealClear } from './view/clear-view.ts';
import { centreOn, panBy } from './view/viewport.ts';

/** Follows the session and the list of diagrams while the canvas is open. */
export function useDiagramView(bench: Bench): void {
  useEffect(() => {
    const { room, session } = bench;
    const shown = (): DiagramId | null => shownDiagram(room.document.model().diagrams, session.getState().diagram);
    let at = shown();
    /** Goes by what is shown, not by what is asked for: a new diagram may be asked for before it is listed. */
    const follow = (): void => {
      const now = shown();
      if (now === at) return;
      at = now;
      arrive(bench);
    };
    const stops = [
      room.document.subscribe(({ model, previous }) => {
        if (model.diagrams !== previous.diagrams) follow();
      }),
      session.subscribe((now, before) => {
        if (now.diagram !== before.diagram) follow();
        if (now.selection !== before.selection) {
          leaveFocus(bench, now.selection);
          followSelection(bench);
        }
        if (now.shown !== before.shown) bringIntoView(bench);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [bench]);
}

/** A diagram seen for the first time is fitted into view; later it is as it was left. */
function arrive(bench: Bench): void {
  bench.canvas.setState({ focus: null, hover: null, host: null, preview: null });
  bench.room.presence.set({ cursor: null });
  const { views, diagram, canvasSize } = bench.session.getState();
  if (!views.has(diagram) && canvasSize.width > 0) fitAll(bench);
}

/** A selection of things that this diagram does not show leads to the one that does; what is hidden in collapsed boundaries is looked into. */
function followSelection(bench: Bench): void {
  const { room, session } = bench;
  const now = session.getState();
  const holders = holdersOf(room.index(), now.selection, now.peeked);
  if (holders.length > 0) now.peek([...now.peeked, ...holders]);
  const model = room.document.model();
  if (model.diagrams.length < 2) return;
  const { diagram, selection } = session.getState();
  const current = shownDiagram(model.diagrams, diagram);
  const seen = seeSelection(model, room.index(), { current, ids: selection });
  if (seen === null) return;
  if (seen.diagram !== current) session.getState().setDiagram(listedDiagram(model.diagrams, seen.diagram));
  session.getState().show(seen.ids);
}

/** A selection made elsewhere takes the keyboard along: the focus does not stay behind. */
function leaveFocus({ canvas }: Bench, selection: readonly string[]): void {
  const { focus } = canvas.getState();
  if (focus !== null && selection.length > 0 && !selection.includes(focus)) canvas.setState({ focus: null });
}

/** Where the selection can be seen; what a collapsed boundary hides is seen as that boundary. Canvas px. */
function boxesSeen(bench: Bench): readonly Box[] {
  const boxes = boxesOfSelection(bench);
  if (boxes.length > 0) return boxes;
  const index = bench.room.index();
  const { elementById } = bench.scenes.scene();
  return bench.session.getState().selection.flatMap((id) => {
    const hiding = collapsedAround(index, id);
    return hiding === null ? [] : (elementById.get(hiding)?.box ?? []);
  });
}

/** Moves the view only when what is selected cannot be seen whole, clear of panels that lie over the canvas. */
function bringIntoView(bench: Bench): void {
  const { session } = bench;
  const { viewport, canvasSize } = session.getState();
  const box = unionOf(boxesSeen(bench));
  if (box === null || canvasSize.width === 0) return;
  const covers = coveredParts();
  if (revealClear(viewport, box, { size: canvasSize, covers }) === viewport) return;
  const frame = clearFrame(canvasSize, covers);
  session.getState().setViewport(panBy(centreOn(viewport, centreOf(box), frame), { left: frame.x, top: frame.y }));
}
