/** The walkthrough: the numbered flows of a diagram in their natural order. */
import { compareOrder, compareText, type Flow, type FlowId } from '@strideboard/model';

/** Numbered flows among those drawn, `2` before `10`, `3` before `3a`, `*` last; equal numbers in the order of the flows. */
export function walkSteps(flows: readonly Flow[], drawn: ReadonlyMap<FlowId, unknown>): readonly Flow[] {
  return flows
    .filter(({ id, order }) => order.trim() !== '' && drawn.has(id))
    .sort((a, b) => compareOrder(a.order, b.order) || compareText(a.z, b.z) || compareText(a.id, b.id));
}

/** Where a walkthrough stands after its steps changed: at the same flow, else at the one that took its place; `null` when none is left. */
export function stepAt(steps: readonly Flow[], flow: FlowId, index: number): number | null {
  const at = steps.findIndex(({ id }) => id === flow);
  if (at >= 0) return at;
  return steps.length === 0 ? null : Math.min(index, steps.length - 1);
}
