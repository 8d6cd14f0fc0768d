/** What helps while dragging: guides to line up with, and copies instead of a move. Fetched while the first picture is looked at. */
import { createEditingCommands, makeClip } from '@strideboard/document';
import {
  absoluteBoxes,
  type Box,
  type CanvasPoint,
  type ElementId,
  elementId,
  flowId,
  unionOf,
  withDescendants,
} from '@strideboard/model';
import { shownDiagram } from '../../room/current-diagram.ts';
import type { Bench } from '../bench.ts';
import type { CopyPlan, DragAids } from '../canvas-store.ts';
import { fitToGuides } from '../view/guides.ts';
import { viewBox } from '../view/viewport.ts';

/** Guides catch within this distance, px on screen. */
const REACH_PX = 5;
/** More others than this in view are not compared. */
const MOST_OTHERS = 200;

/** With more items than this in view only what is near is compared. */
const MANY = 1_000;

/** A box with its neighbours. */
const around = ({ x, y, width, height }: Box): Box => ({
  x: x - 3 * width,
  y: y - 3 * height,
  width: 7 * width,
  height: 7 * height,
});

/** The helpers of one canvas. */
export function createDragAids(bench: Bench): DragAids {
  const { room, session, scenes, report } = bench;
  return {
    guide(ids, by) {
      const model = room.document.model();
      const boxes = absoluteBoxes(model.elements);
      const box = unionOf(ids.flatMap((id) => boxes.get(id) ?? []));
      if (box === null) return { dx: null, dy: null, lines: [] };
      const { viewport, canvasSize } = session.getState();
      const moving = new Set<string>(withDescendants(ids, model.elements).map(({ id }) => id));
      const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
      const grid = scenes.grid();
      const view = viewBox(viewport, canvasSize);
      const others = grid
        .query(grid.holdsMoreThan(view, MANY) ? around(moved) : view)
        .flatMap((item) => (item.item === 'element' && !moving.has(item.id) ? [item.box] : []))
        .slice(0, MOST_OTHERS);
      return fitToGuides(moved, others, REACH_PX / viewport.zoom);
    },
    copies(ids) {
      const clip = makeClip(room.document.model(), ids, room.link.roomId);
      const box = unionOf([...absoluteBoxes(clip.elements)].flatMap(([id, each]) => (ids.includes(id) ? [each] : [])));
      if (clip.elements.length === 0 || box === null) return null;
      const idOf = (id: ElementId): ElementId => elementId(`copy-${id}`);
      const plan: CopyPlan = {
        show: (by) =>
          scenes.showPending({
            copies: {
              elements: clip.elements.map((element) => {
                const isTop = element.parent === null;
                return {
                  ...element,
                  id: idOf(element.id),
                  parent: element.parent === null ? null : idOf(element.parent),
                  x: element.x + (isTop ? by.x : 0),
                  y: element.y + (isTop ? by.y : 0),
                };
              }),
              flows: clip.flows.map((flow) => ({
                ...flow,
                id: flowId(`copy-${flow.id}`),
                source: idOf(flow.source),
                target: idOf(flow.target),
                route: null,
              })),
            },
          }),
        commit(by: CanvasPoint, parent: ElementId | null) {
          const result = createEditingCommands(room.commandsOptions).paste({
            clip,
            at: { x: box.x + box.width / 2 + by.x, y: box.y + box.height / 2 + by.y },
            parent,
            board: room.link.roomId,
            diagram: shownDiagram(room.document.model().diagrams, session.getState().diagram),
          });
          room.document.flush();
          scenes.showPending(null);
          if (!report(result) || !result.ok) return;
          const { elements } = room.index();
          const made = result.ids.flatMap((id) => elements.get(id as ElementId) ?? []); // ids of flows are simply not found
          session.getState().select(made.filter((element) => element.parent === parent).map(({ id }) => id));
        },
        cancel: () => scenes.showPending(null),
      };
      return plan;
    },
  };
}
