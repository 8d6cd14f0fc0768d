/** Putting a stencil, boundary or note on the board: where exactly, inside what, and under which first name. */
import type { CommandResult } from '@strideboard/document';
import {
  absoluteBoxes,
  type Box,
  boundaryAt,
  boundaryCurve,
  type BoundaryShape,
  type CanvasPoint,
  defaultSize,
  type Element,
  type ElementId,
  type ElementKind,
  encloses,
  isWithin,
} from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { SessionStore } from '../session/session-store.ts';
import { elementsShown, shownDiagram } from './current-diagram.ts';
import type { Room } from './room.ts';

/** What to place. `type` is a stencil or boundary-kind id, `''` for a plain shape. */
export interface Placing {
  readonly element: ElementKind;
  readonly type: string;
  /** Of a boundary that is drawn otherwise than as a box. */
  readonly shape?: BoundaryShape;
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

/**
 * Creates an element on the current diagram in a box (absolute canvas px), inside the innermost boundary around it; selects it and makes its name ready for typing.
 * A boundary looks as its kind does and takes in what lies wholly inside it, in the same step. With `from`, a flow leads to it from there.
 */
export function placeElement(
  room: Pick<Room, 'document' | 'commands' | 'pack'>,
  session: SessionStore,
  { box, from = null, ...placing }: Placing & { readonly box: Box; readonly from?: ElementId | null },
): CommandResult {
  const model = room.document.model();
  const { diagram, peeked } = session.getState();
  const elements = elementsShown(model, { diagram, peeked });
  const parent = boundaryAt(box, elements, new Set());
  const origin = parent === null ? undefined : absoluteBoxes(elements).get(parent);
  const created = {
    kind: placing.element,
    type: placing.type,
    at: { parent, x: box.x - (origin?.x ?? 0), y: box.y - (origin?.y ?? 0) },
    size: { width: box.width, height: box.height },
    label: firstLabel(room.pack, placing),
  };
  const result =
    from !== null
      ? room.commands.createConnected({ ...created, source: from })
      : room.commands.create({
          ...created,
          diagram: shownDiagram(model.diagrams, diagram),
          ...(placing.element === 'boundary'
            ? {
                style: room.pack.boundaryKind(placing.type)?.style ?? 'trust',
                ...(placing.shape === undefined ? {} : { shape: placing.shape }),
                adopt:
                  placing.shape?.kind === 'line' ? [] : drawnAround(box, { shape: placing.shape, parent, elements }),
              }
            : {}),
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

const outlineOf = (shape: BoundaryShape, box: Box): readonly CanvasPoint[] =>
  boundaryCurve({ kind: 'boundary', shape }, box);

const cornersOf = ({ x, y, width, height }: Box): readonly CanvasPoint[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

interface Drawn {
  readonly shape: BoundaryShape | undefined;
  readonly parent: ElementId | null;
  readonly elements: readonly Element[];
}

/** Siblings that lie wholly inside: what a boundary drawn there takes in, with all that is inside them. Absolute canvas px. */
function drawnAround(box: Box, { shape, parent, elements }: Drawn): readonly ElementId[] {
  const boxes = absoluteBoxes(elements);
  const outline = shape === undefined || shape.kind === 'box' ? null : outlineOf(shape, box);
  return elements.flatMap((element) => {
    const inner = element.parent === parent ? boxes.get(element.id) : undefined;
    if (inner === undefined || !encloses(box, inner)) return [];
    return outline === null || cornersOf(inner).every((corner) => isWithin(corner, outline)) ? [element.id] : [];
  });
}
