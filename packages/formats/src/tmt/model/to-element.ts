/** An object of a .tm7 other than a connector as an element of a board. */

import {
  type Box,
  COORDINATE_LIMIT,
  defaultSize,
  type Diagram,
  type Element,
  type ElementKind,
  elementId,
} from '@strideboard/model';
import { sampleCurve } from './curve.ts';
import { createNest, type Nest, type Nesting, type Placed } from './nesting.ts';
import { type ObjectContext, objectFacts } from './object-facts.ts';
import type { RawKind, RawObject, RawPoint } from './raw-drawing.ts';

/** An object with the id it gets. */
export interface NamedObject {
  readonly id: string;
  readonly object: RawObject;
}

/** Where the border boundaries of one surface are. */
export interface Places {
  readonly nest: Nest;
  /** By id, canvas px. */
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Finds the places of a surface; a boundary without geometry holds nothing. */
export function findPlaces(objects: readonly NamedObject[]): Places {
  const boundaries = objects.flatMap(({ id, object: { kind, box } }): Placed[] =>
    kind === 'box' && box !== null ? [{ id, box: whole(box) }] : [],
  );
  return { nest: createNest(boundaries), boxes: new Map(boundaries.map(({ id, box }) => [id, box])) };
}

/** What an element or a flow needs besides its object. */
export interface DrawingParts {
  readonly z: string;
  readonly diagram: Diagram['id'];
  readonly context: ObjectContext;
}

/** What a kind of object is on a board. */
const KINDS: Readonly<Record<Exclude<RawKind, 'flow'>, ElementKind>> = {
  process: 'process',
  external: 'external',
  store: 'store',
  note: 'note',
  line: 'boundary',
  box: 'boundary',
};

/** The element, placed inside the innermost boundary around it. */
export function toElement(
  { id, object }: NamedObject & { readonly object: { readonly kind: Exclude<RawKind, 'flow'> } },
  { nest, boxes }: Places,
  { z, diagram, context }: DrawingParts,
): Element {
  const { guid } = object;
  const kind = KINDS[object.kind];
  const { label, type, outOfScope, properties } = objectFacts(object, context);
  const line = object.kind === 'line' && object.curve !== null ? lineShape(sampleCurve(object.curve)) : null;
  const given = line?.box ?? (object.box === null ? null : whole(object.box));
  if (given === null) context.list.add('place-missing', `${guid}: ${label}`);
  const box = given ?? { x: 0, y: 0, ...defaultSize(kind) };
  const { parent, memberOf } =
    given === null ? NOWHERE : kind === 'boundary' ? nest.enclosing({ id, box }) : nest.holding({ id, box });
  const origin = parent === null ? undefined : boxes.get(parent);
  return {
    id: elementId(id),
    kind,
    type,
    label: context.list.cut(label, 'label', `${guid}: Name`),
    parent: parent === null ? null : elementId(parent),
    x: box.x - (origin?.x ?? 0),
    y: box.y - (origin?.y ?? 0),
    width: box.width,
    height: box.height,
    z,
    memberOf: memberOf.map(elementId).sort(),
    properties,
    evidence: {},
    outOfScope,
    shape: object.kind === 'line' ? (line?.shape ?? MISSING_LINE) : { kind: 'box' },
    style: 'trust',
    lock: null,
    collapsed: false,
    importedFrom: guid === '' ? null : guid,
    diagram,
    of: null,
    created: null,
    notes: '',
  };
}

const NOWHERE: Nesting = { parent: null, memberOf: [] };

const MISSING_LINE: Element['shape'] = {
  kind: 'line',
  points: [
    [0, 5_000],
    [10_000, 5_000],
  ],
  curve: 'straight',
};

/** A line through points: the whole px around it, and the points in ten-thousandths of that. */
function lineShape(points: readonly RawPoint[]): { readonly box: Box; readonly shape: Element['shape'] } {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const box = whole({
    x: left,
    y: top,
    width: Math.ceil(Math.max(...xs)) - left,
    height: Math.ceil(Math.max(...ys)) - top,
  });
  const part = (value: number, start: number, size: number): number =>
    Math.min(10_000, Math.max(0, Math.round(((value - start) / size) * 10_000)));
  const scaled = points.map(([x, y]) => [part(x, box.x, box.width), part(y, box.y, box.height)] as const);
  return { box, shape: { kind: 'line', points: scaled, curve: 'straight' } };
}

/** The box in whole px. Coordinates are whole numbers in practice. */
function whole({ x, y, width, height }: Box): Box {
  const fit = (value: number): number =>
    Math.min(COORDINATE_LIMIT - 1, Math.max(1 - COORDINATE_LIMIT, Math.round(value))) + 0;
  return { x: fit(x), y: fit(y), width: Math.max(1, fit(width)), height: Math.max(1, fit(height)) };
}
