/** A connector of a .tm7 as a flow of a board. */

import { elementId, type Flow, flowId, type Side } from '@strideboard/model';
import { sampleCurve } from './curve.ts';
import { objectFacts } from './object-facts.ts';
import type { RawObject } from './raw-drawing.ts';
import type { DrawingParts, NamedObject, Places } from './to-element.ts';

/** The elements a connector joins, and the boundary that both stand in, if one is; its curve moves with that. */
export interface FlowEnds {
  readonly source: string;
  readonly target: string;
  readonly base: string | null;
}

/** The flow; its curve becomes its way, the exact ends included, so that it crosses what the tool says it crosses. */
export function toFlow(
  { id, object }: NamedObject,
  { source, target, base }: FlowEnds,
  { boxes, z, diagram, context }: DrawingParts & Pick<Places, 'boxes'>,
): Flow {
  const { label, order, outOfScope, properties } = objectFacts(object, context);
  return {
    id: flowId(id),
    source: elementId(source),
    target: elementId(target),
    direction: 'one',
    label: context.list.cut(label, 'label', `${object.guid}: Name`),
    returnLabel: '',
    order,
    route: routeOf(object, base, boxes),
    ports: [sideOf(object.ports[0]), sideOf(object.ports[1])],
    labelPlace: null,
    properties,
    evidence: {},
    outOfScope,
    z,
    importedFrom: object.guid === '' ? null : object.guid,
    diagram,
    created: null,
    notes: '',
  };
}

function routeOf({ curve }: RawObject, base: string | null, boxes: Places['boxes']): Flow['route'] {
  if (curve === null) return null;
  const { x: left = 0, y: top = 0 } = (base === null ? undefined : boxes.get(base)) ?? {};
  const points = sampleCurve(curve).map(([x, y]) => [Math.round(x - left) + 0, Math.round(y - top) + 0] as const);
  return { base: base === null ? null : elementId(base), points };
}

const SIDES: Readonly<Record<string, Side>> = { North: 'top', East: 'right', South: 'bottom', West: 'left' };

/** The side of a port; `null` for a corner or none. */
const sideOf = (port: string): Side | null => (Object.hasOwn(SIDES, port) ? (SIDES[port] ?? null) : null);
