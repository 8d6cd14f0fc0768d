/**
 * From containers to the pod (content README section 2): what is bad counts as soon as one container has it, what is good only when all have
 * it, init containers included. What the pod says holds for containers that say nothing.
 */

import type { Scalar } from '@strideboard/model';
import { type Statement, state } from '../statement.ts';
import { below, type Field, isAbsent } from '../yaml/field.ts';
import type { Container, Pod } from './pod.ts';

/** A value of one container, `undefined` where it cannot be read, and where it stands. */
export interface Reading<T extends Scalar = Scalar> {
  readonly value: T | undefined;
  readonly proof: Field;
}

/** For flags that are bad once anywhere. */
export const ANY: readonly boolean[] = [true, false];
/** For flags that must hold everywhere. */
export const ALL: readonly boolean[] = [false, true];

/**
 * States the worst of the values; `order` names them worst first. Where one cannot be read only the very worst is certain. `null` for no
 * values at all.
 */
export function stateWorst<T extends Scalar>(
  property: string,
  readings: readonly Reading<T>[],
  order: readonly T[],
): Statement | null {
  const unreadable = readings.some(({ value }) => value === undefined);
  for (const value of unreadable ? order.slice(0, 1) : order) {
    const found = readings.find((reading) => reading.value === value);
    if (found !== undefined) return state(property, value, found.proof);
  }
  return null;
}

/** A list of one container and where it stands. */
export interface ListReading<T extends Scalar = string> {
  readonly values: readonly T[];
  readonly proof: Field;
}

/** States everything that some list holds, sorted, each once; `null` for no lists. */
export function stateUnion<T extends Scalar>(property: string, readings: readonly ListReading<T>[]): Statement | null {
  const proof = (readings.find(({ values }) => values.length > 0) ?? readings[0])?.proof;
  if (proof === undefined) return null;
  const values = [...new Set(readings.flatMap((reading) => reading.values))];
  return state(property, values.sort(compareScalars), proof);
}

/** States what every list holds, sorted; `null` for no lists. The proof is the shortest list: it decides. */
export function stateIntersection(property: string, readings: readonly ListReading[]): Statement | null {
  const [shortest] = [...readings].sort((a, b) => a.values.length - b.values.length);
  if (shortest === undefined) return null;
  const common = [...new Set(shortest.values)].filter((item) => readings.every(({ values }) => values.includes(item)));
  return state(property, common.sort(compareScalars), shortest.proof);
}

const compareScalars = (a: Scalar, b: Scalar): number => (a < b ? -1 : a > b ? 1 : 0);

/** A field of a container's security context, or that of the pod where the container says nothing and the pod may. */
export function securityField(pod: Pod, container: Container, ...path: readonly string[]): Field {
  const own = below(container.field, 'securityContext', ...path);
  const shared = below(pod.spec, 'securityContext', ...path);
  return isAbsent(own) && !isAbsent(shared) ? shared : own;
}
