/** Putting a stencil, boundary or note on the board: where exactly, inside what, and under which first name. */
import type { CommandResult } from '@strideboard/document';
import {
  absoluteBoxes,
  type Box,
  boundaryAt,
  type CanvasPoint,
  defaultSize,
  type ElementKind,
} from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { SessionStore } from '../session/session-store.ts';
import type { Room } from './room.ts';

/** What to place. `type` is a stencil or boundary-kind id, `''` for a plain shape. */
export interface Placing {
  readonly element: ElementKind;
  readonly type: string;
}

const GRID = 10;

/** The box of a new element of default size around a point, on the grid, canvas px. */
export function boxAround({ x, y }: CanvasPoint, kind: ElementKind): Box {
  const { width, height } = defaultSize(kind);
  const snap = (value: number): number => Math.round(value / GRID) * GRID;
  return { x: snap(x - width / 2), y: snap(y - height / 2), width, height };
}

/** The first name of a new element: what its stencil is called in a narrow place. Boundaries and notes start without one. */
function firstLabel(pack: PackIndex, { element, type }: Placing): string {
  if (element === 'boundary') return '';
  const stencil = pack.stencil(type);
  return stencil === null ? '' : (stencil.short ?? stencil.label);
}

/** Creates an element in a box (absolute canvas px), inside the innermost boundary around it; selects it and makes its name ready for typing. */
export function placeElement(
  room: Room,
  session: SessionStore,
  { box, ...placing }: Placing & { readonly box: Box },
): CommandResult {
  const { elements } = room.document.model();
  const parent = boundaryAt(box, elements, new Set());
  const origin = parent === null ? undefined : absoluteBoxes(elements).get(parent);
  const result = room.commands.create({
    kind: placing.element,
    type: placing.type,
    at: { parent, x: box.x - (origin?.x ?? 0), y: box.y - (origin?.y ?? 0) },
    size: { width: box.width, height: box.height },
    label: firstLabel(room.pack, placing),
  });
  if (!result.ok) return result;
  room.document.flush();
  const [id] = result.ids;
  const now = session.getState();
  now.setTool({ kind: 'select' });
  if (id !== undefined) {
    now.select([id]);
    now.edit({ id, field: 'label' });
  }
  return result;
}
