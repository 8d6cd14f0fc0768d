/** A blast radius as marks on the present diagram: which drawn elements have which role, and where the chosen path runs. */
import type { Box, CanvasPoint, ElementId, FlowId } from '@strideboard/model';
import type { BlastRadius, PathStep } from '@strideboard/stride';
import { pointAlong, type Scene, type SceneElement } from '@strideboard/render';
import { edgePoint } from './edge-point.ts';

/** A flow's number stands here on its line, as a fraction of it: its label is mostly in the middle. */
const NUMBER_AT = 0.3;

/** What an element is in a blast radius. */
type Role = 'start' | 'proven' | 'possible';

/** A drawn element that has a role. */
export interface BlastMark {
  readonly element: SceneElement;
  readonly role: Role;
}

/** One step of the path as drawn. */
export interface PathLine {
  /** Its number on the path, from 1. */
  readonly number: number;
  readonly flow: FlowId | null;
  readonly isPossible: boolean;
  /** Path data, canvas px. */
  readonly d: string;
  /** Where its number stands, canvas px. */
  readonly at: CanvasPoint;
}

/** Marks in painting order. `meantBy` gives what a drawn element stands for: references are marked like their originals. */
export function marksOf(
  { elements }: Pick<Scene, 'elements'>,
  { start, reached }: Pick<BlastRadius, 'start' | 'reached'>,
  meantBy: (id: ElementId) => ElementId,
): readonly BlastMark[] {
  const roles = new Map<ElementId, Role>([[start, 'start']]);
  // The proven entries of a subject come before the merely possible ones.
  for (const { subject, certainty } of reached) if (!roles.has(subject)) roles.set(subject, certainty);
  return elements.flatMap((element) => {
    const role = roles.get(meantBy(element.id));
    return role === undefined ? [] : [{ element, role }];
  });
}

/** The steps that this diagram can draw: along their flow, else straight from one end to the other. */
export function linesOf(
  path: readonly PathStep[],
  { flowById }: Pick<Scene, 'flowById'>,
  boxOf: (id: ElementId) => Box | null,
): readonly PathLine[] {
  return path.flatMap((step, at): readonly PathLine[] => {
    const shared = { number: at + 1, flow: step.flow, isPossible: step.certainty === 'possible' };
    const flow = step.flow === null ? undefined : flowById.get(step.flow);
    if (flow !== undefined) return [{ ...shared, d: flow.d, at: pointAlong(flow.points, NUMBER_AT).point }];
    const [from, to] = [boxOf(step.from), boxOf(step.to)];
    if (from === null || to === null) return [];
    const [a, b] = endsBetween(from, to);
    return [{ ...shared, d: `M${a.x} ${a.y}L${b.x} ${b.y}`, at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }];
  });
}

/** From edge to edge; where one lies in the other, between the corner of the outer one and the edge of the inner one. */
function endsBetween(from: Box, to: Box): readonly [CanvasPoint, CanvasPoint] {
  if (containsBox(from, to)) return [cornerOf(from), edgePoint(to, pointBox(from))];
  if (containsBox(to, from)) return [edgePoint(from, pointBox(to)), cornerOf(to)];
  return [edgePoint(from, to), edgePoint(to, from)];
}

const cornerOf = ({ x, y }: Box): CanvasPoint => ({ x, y });
const pointBox = ({ x, y }: Box): Box => ({ x, y, width: 0, height: 0 });
const containsBox = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
