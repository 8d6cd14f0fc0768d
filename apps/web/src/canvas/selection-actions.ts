/** What keys and buttons of the canvas do, each with one command at most. Fetched while the first picture is looked at. */
import { type ElementId, type FlowId, type SubjectId, unionOf } from '@strideboard/model';
import { say } from '@strideboard/words';
import { boxesOfSelection, fitAll } from './actions.ts';
import type { Scene, SceneElement } from '@strideboard/render';
import type { Bench } from './bench.ts';
import { focusOn, keyboardPlace } from './keyboard/focus.ts';
import { GRID } from './view/grid-snap.ts';
import { type Direction, nearest, nextInDirection } from './view/spatial-step.ts';
import { fitTo, viewBox, zoomAt } from './view/viewport.ts';

/** Nudges by Shift+arrow are this many grid steps. */
const LARGE_STEPS = 5;

/** Deletes what is selected, with attached flows, and offers to take it back. */
export function deleteSelection({ room, session, words, report }: Bench): void {
  const now = session.getState();
  const { selection } = now;
  const index = room.index();
  const ids = selection.filter(
    (id): id is SubjectId => index.elements.has(id as ElementId) || index.flows.has(id as FlowId), // only looked up
  );
  if (ids.length === 0 || !room.mayEdit()) return;
  const result = room.commands.delete({ ids });
  if (!report(result) || !result.ok) return;
  const depth = room.history.undoName;
  now.select([]);
  room.document.flush();
  now.tell({
    text: say(words.canvas.deleted, { count: result.ids.length }),
    action: {
      label: words.canvas.undo,
      run: () => {
        // Undo takes back the newest step: if that is another one by now, bring the deleted things back by name.
        if (room.history.undoName === depth) room.history.undo();
        else report(room.commands.restore({ ids: result.ids as readonly SubjectId[] })); // ids that the deletion gave
      },
    },
  });
}

/** Moves the selected elements by grid steps. */
export function nudge({ room, session, report }: Bench, direction: Direction, large: boolean): void {
  const index = room.index();
  const ids = session
    .getState()
    .selection.flatMap((id) => index.elements.get(id as ElementId) ?? []) // ids of flows are simply not found
    .filter(({ lock }) => lock === null)
    .map(({ id }) => id);
  if (ids.length === 0 || !room.mayEdit()) return;
  const by = GRID * (large ? LARGE_STEPS : 1);
  const dx = direction === 'left' ? -by : direction === 'right' ? by : 0;
  const dy = direction === 'up' ? -by : direction === 'down' ? by : 0;
  report(room.commands.move({ ids, dx, dy }));
  room.document.flush();
}

/** Moves the keyboard focus to the next element in a direction, and the view with it. */
export function walk(bench: Bench, direction: Direction): void {
  const { scenes, session } = bench;
  const { elements, elementById, flowById } = scenes.scene();
  const { viewport, canvasSize } = session.getState();
  const at = keyboardPlace(bench);
  const from = elementById.get(at as ElementId) ?? elementById.get(flowById.get(at as FlowId)?.source as ElementId); // the id is one of the two, or none
  const id =
    from === undefined
      ? nearest(viewBox(viewport, canvasSize), elements)
      : nextInDirection(from, direction, besides(from, scenes.scene()));
  if (id !== null) focusOn(bench, id);
}

/** Everything but what it is in and what is in it: those are reached by Escape and Enter. */
function besides(from: SceneElement, { elements, elementById }: Scene): readonly SceneElement[] {
  const isAround = (outer: SceneElement, inner: SceneElement): boolean => {
    for (let up = inner.parent; up !== null; up = elementById.get(up)?.parent ?? null) if (up === outer.id) return true;
    return false;
  };
  return elements.filter((element) => !isAround(element, from) && !isAround(from, element));
}

/** Selects the siblings of what is selected; when they are all selected already, or nothing is, everything on the diagram. */
export function selectAll({ room, session, scenes }: Bench): void {
  const now = session.getState();
  const { selection } = now;
  const { elements, flows, elementById } = scenes.scene();
  const index = room.index();
  const parents = new Set(
    selection.flatMap((id) => {
      const element = index.elements.get(id as ElementId); // ids of flows are simply not found
      return element === undefined ? [] : [element.kind === 'boundary' ? element.id : element.parent];
    }),
  );
  const [parent] = parents;
  const siblings =
    parents.size === 1 && parent != null
      ? (index.children.get(parent) ?? []).map(({ id }) => id).filter((id) => elementById.has(id))
      : [];
  const isWidened = siblings.length > 0 && !siblings.every((id) => selection.includes(id));
  now.select(isWidened ? siblings : [...elements.map(({ id }) => id), ...flows.map(({ id }) => id)]);
}

/** Fits what is selected into view; everything when nothing is. */
export function fitSelection(bench: Bench): void {
  const now = bench.session.getState();
  const box = unionOf(boxesOfSelection(bench));
  if (box === null) fitAll(bench);
  else now.setViewport(fitTo(box, now.canvasSize));
}

/** Zooms about the middle of the view: to a factor, or by one. */
export function zoomTo({ session }: Bench, zoom: number): void {
  const now = session.getState();
  const { viewport, canvasSize } = now;
  now.setViewport(zoomAt(viewport, { left: canvasSize.width / 2, top: canvasSize.height / 2 }, zoom));
}
