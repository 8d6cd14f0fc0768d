/** Plans complete new elements and flows, as creation and importing need them. */

import {
  BOUNDARY_STYLES,
  type BoundaryShape,
  type BoundaryStyle,
  type DiagramId,
  ELEMENT_KINDS,
  type ElementId,
  type ElementKind,
  elementId,
  type Flow,
  isPropertyValue,
  type Properties,
  readElement,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { defaultSize } from '@strideboard/model';
import { equalValues } from './equality.ts';
import { accept, type CommandResult, type Gesture, refuse } from './gesture.ts';
import { coordinate, orderAbove, orderAboveSiblings } from './placing.ts';

/** What a new element is. `at` is relative to the parent's top-left corner, px; sizes are px. */
export interface NewElement {
  readonly kind: ElementKind;
  /** Stencil or boundary-kind id of a pack; `''` for none. */
  readonly type: string;
  readonly at: { readonly parent: ElementId | null; readonly x: number; readonly y: number };
  /** Defaults to the size of its kind. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly label?: string;
  readonly properties?: Properties;
  /** Of boundaries only; defaults to a trust boundary. */
  readonly style?: BoundaryStyle;
  /** Of boundaries only; defaults to a box. Corners in ten-thousandths of the size. */
  readonly shape?: BoundaryShape;
  /** Of references only: the element they stand for. */
  readonly of?: ElementId;
  /** The diagram it is drawn on; `null` or absent = the first. Inside a boundary it is on the boundary's. */
  readonly diagram?: DiagramId | null;
}

/** What a new flow is, besides its ends. */
export interface NewFlow {
  readonly label?: string;
  /** Walkthrough number, at most 12 characters. */
  readonly order?: string;
  readonly direction?: Flow['direction'];
  readonly properties?: Properties;
}

/** The longest walkthrough number, characters. */
export const ORDER_LIMIT = 12;
/** The longest stencil id, characters. */
export const TYPE_LIMIT = 200;

/** Plans an element with a random id above its siblings; gives its id. */
export function planElement(gesture: Gesture, given: NewElement): CommandResult {
  const { kind, type, at, label = '', properties = {}, style } = given;
  const shape = storedShape(given);
  if (!ELEMENT_KINDS.includes(kind) || !isStyleOf(kind, style) || shape === undefined)
    return refuse('value-unreadable');
  if (!gesture.isParent(at.parent)) return refuse('not-a-boundary', at.parent === null ? [] : [at.parent]);
  if (label.length > LIMITS.label || type.length > TYPE_LIMIT) return refuse('text-too-long');
  const size = given.size ?? defaultSize(kind);
  const [x, y, width, height] = [at.x, at.y, size.width, size.height].map(coordinate);
  if (x == null || y == null || width == null || height == null || width < 1 || height < 1)
    return refuse('out-of-range');
  const written = propertyKeys(properties);
  if (written === null) return refuse('value-unreadable');
  const parent = at.parent === null ? undefined : gesture.element(at.parent);
  const diagram = storedDiagram(gesture, parent?.diagram ?? given.diagram ?? null);
  if (diagram === undefined) return refuse('unknown-id', given.diagram == null ? [] : [given.diagram]);
  const id = gesture.newId();
  gesture.create({
    root: 'nodes',
    id,
    notes: '',
    record: {
      kind,
      at: [at.parent, x, y],
      size: [width, height],
      z: orderAboveSiblings(gesture, at.parent),
      ...(type === '' ? {} : { type }),
      ...(label === '' ? {} : { label }),
      ...(style === undefined || style === 'trust' ? {} : { style }),
      ...(shape === null ? {} : { shape }),
      ...(given.of === undefined ? {} : { of: given.of }),
      ...(diagram === null ? {} : { dia: diagram }),
      ...written,
      by: gesture.stamp,
    },
  });
  return accept([id]);
}

/**
 * What is stored for a diagram: its id, also for the first one, so that nothing jumps when the order of diagrams changes; `null` while none is
 * listed; `undefined` when it is not there.
 */
export function storedDiagram({ model }: Gesture, diagram: DiagramId | null): DiagramId | null | undefined {
  if (diagram === null) return model.diagrams[0]?.id ?? null;
  return model.diagrams.find(({ id }) => id === diagram)?.id;
}

/** What is stored for a shape: nothing for a box; `undefined` when it is none that can be read back. */
function storedShape({ kind, shape }: NewElement): readonly unknown[] | null | undefined {
  if (shape === undefined || shape.kind === 'box') return null;
  if (kind !== 'boundary' || shape.points.length > LIMITS.pathPoints) return undefined;
  const stored = [shape.kind, shape.points, shape.curve] as const;
  const read = readElement(elementId('x'), { kind, shape: stored }).element;
  return equalValues(read.shape, shape) ? stored : undefined;
}

/** Whether a line style can be given to an element of the kind; none always can. */
export const isStyleOf = (kind: ElementKind, style: BoundaryStyle | undefined): boolean =>
  style === undefined || (kind === 'boundary' && BOUNDARY_STYLES.includes(style));

/** Plans a flow with a random id above all others; gives its id. The ends must have been checked. */
export function planFlow(gesture: Gesture, ends: readonly [string, string], given: NewFlow): CommandResult {
  const { label = '', order = '', direction = 'one', properties = {} } = given;
  if (label.length > LIMITS.label || order.length > ORDER_LIMIT) return refuse('text-too-long');
  const written = propertyKeys(properties);
  if (written === null) return refuse('value-unreadable');
  const id = gesture.newId();
  gesture.create({
    root: 'edges',
    id,
    notes: '',
    record: {
      ends: ends.map(elementId),
      dir: direction === 'two' ? 'two' : 'one',
      z: orderAbove(gesture.model.flows.map(({ z }) => z)),
      ...(label === '' ? {} : { label }),
      ...(order === '' ? {} : { order }),
      ...written,
      by: gesture.stamp,
    },
  });
  return accept([id]);
}

function propertyKeys(properties: Properties): Record<string, unknown> | null {
  const keys: [string, unknown][] = [];
  for (const [name, value] of Object.entries(properties)) {
    if (name === '' || !isPropertyValue(value)) return null;
    keys.push([`p.${name}`, value]);
  }
  return Object.fromEntries(keys);
}
