import type { Box, ElementId } from '@strideboard/model';
import { accept, type Gesture, refuse, type Verb } from '../gesture.ts';
import { coordinate } from '../placing.ts';

/** Arguments of {@link resize}: the new box, absolute canvas px. */
export interface ResizeArguments {
  readonly id: ElementId;
  readonly box: Box;
}

/** Gives an element a new box; what is inside stays where it is on the canvas. */
export const resize: Verb<ResizeArguments> = {
  name: 'resize',
  undoable: true,
  root: 'nodes',
  plan(gesture, { id, box }) {
    const element = gesture.element(id);
    const stored = gesture.stored(id)?.element;
    if (element === undefined || stored === undefined) return refuse('unknown-id', [id]);
    return planBox(gesture, { id, box }) ? accept([id]) : refuse('out-of-range', [id]);
  },
};

/** Plans a new box (absolute canvas px) for an element that is there, its content staying where it is; `false` when it would be off the canvas. */
export function planBox(gesture: Gesture, { id, box }: ResizeArguments): boolean {
  const element = gesture.element(id);
  const stored = gesture.stored(id)?.element;
  if (element === undefined || stored === undefined) return false;
  const [width, height] = [coordinate(box.width), coordinate(box.height)];
  if (width === null || height === null || width < 1 || height < 1) return false;
  if (width !== element.width || height !== element.height) gesture.put('nodes', id, 'size', [width, height]);

  const before = gesture.box(id);
  const [dx, dy] = [Math.round(box.x - before.x), Math.round(box.y - before.y)];
  if (dx === 0 && dy === 0) return true;
  const [x, y] = [coordinate(stored.x + dx), coordinate(stored.y + dy)];
  if (x === null || y === null) return false;
  gesture.put('nodes', id, 'at', [stored.parent, x, y]);
  return holdChildren(gesture, id, { dx, dy });
}

/** Plans the opposite shift for everything stored inside, deleted children included, since they may come back. */
function holdChildren(
  gesture: Gesture,
  id: ElementId,
  { dx, dy }: { readonly dx: number; readonly dy: number },
): boolean {
  for (const childId of gesture.storedIds()) {
    // Most are elsewhere, and one look at their place says so.
    const at = gesture.value('nodes', childId, 'at');
    if (!Array.isArray(at) || at[0] !== id) continue;
    const child = gesture.stored(childId)?.element;
    if (child === undefined || child.parent !== id || childId === id) continue;
    const shown = gesture.element(childId);
    // Stored inside, yet shown elsewhere because a cycle was cut at it: its place does not depend on this element.
    if (shown !== undefined && gesture.isParent(id) && shown.parent !== id) continue;
    const [x, y] = [coordinate(child.x - dx), coordinate(child.y - dy)];
    if (x === null || y === null) return false;
    gesture.put('nodes', childId, 'at', [id, x, y]);
  }
  return true;
}
