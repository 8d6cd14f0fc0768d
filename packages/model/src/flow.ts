/** Data flows: directed connections between two elements. */

import type { Evidence, Properties, Stamp } from './element.ts';
import type { DiagramId, ElementId, FlowId } from './ids.ts';

/** Sides of an element a flow may prefer. */
export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
/** One of {@link SIDES}. */
export type Side = (typeof SIDES)[number];

/** Waypoints in px relative to the boundary `base` (or the canvas), so that moving that boundary moves them too. */
export interface Route {
  readonly base: ElementId | null;
  readonly points: readonly (readonly [number, number])[];
}

/** Place of the label: `along` 0..1000 of the line's length, then an offset in px. */
export interface LabelPlace {
  readonly along: number;
  readonly dx: number;
  readonly dy: number;
}

/** One data flow as every reader sees it: both ends live. */
export interface Flow {
  readonly id: FlowId;
  readonly source: ElementId;
  /** Equal to `source` for a self-loop. */
  readonly target: ElementId;
  /** `two` is one flow with a head at both ends, not two flows. */
  readonly direction: 'one' | 'two';
  readonly label: string;
  /** Names the return direction of a two-way flow. */
  readonly returnLabel: string;
  /** Walkthrough number as written: `1`, `3a`, `*`; may repeat; at most 12 characters. */
  readonly order: string;
  readonly route: Route | null;
  readonly ports: readonly [Side | null, Side | null];
  readonly labelPlace: LabelPlace | null;
  readonly properties: Properties;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly outOfScope: string | null;
  readonly z: string;
  readonly importedFrom: string | null;
  readonly diagram: DiagramId | null;
  readonly created: Stamp | null;
  readonly notes: string;
}

/** Compares walkthrough numbers naturally (`2` before `10`, `3` before `3a`); `*` and empty last. Ties give 0. */
export function compareOrder(a: string, b: string): number {
  const last = (order: string): boolean => order === '' || order === '*';
  if (last(a) || last(b)) return last(a) && last(b) ? compareText(a, b) : last(a) ? 1 : -1;
  const parts = (order: string): string[] => order.match(/\d+|\D+/gu) ?? [];
  const left = parts(a);
  const right = parts(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const l = left[i];
    const r = right[i];
    if (l === undefined || r === undefined) return l === undefined ? -1 : 1;
    const numeric = /^\d/u.test(l) && /^\d/u.test(r) ? Number(l) - Number(r) : compareText(l, r);
    if (numeric !== 0) return numeric;
  }
  return 0;
}

/** Compares by code units, so that the result is the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
