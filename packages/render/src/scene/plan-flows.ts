/** Planning and settling all flows of a scene, reusing what did not change since the previous one. */

import type { Box, ElementId, Flow, FlowId } from '@strideboard/model';
import { byFlowOrder, type FlowPlan, laneKey, planFlow, settleEnds } from './flow-plan.ts';
import type { SceneElement } from './items.ts';
import type { Scene } from './scene.ts';

/** What the plans of all flows depend on. `redrawn` holds every element whose drawing is new, other, or gone. */
export interface PlanFlows {
  readonly previous: Scene;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  readonly boxes: ReadonlyMap<ElementId, Box>;
  readonly redrawn: ReadonlySet<ElementId>;
}

/** The plans of all shown flows, and what is new about them. */
export interface Planned {
  readonly plans: ReadonlyMap<FlowId, FlowPlan>;
  /** Flows whose plan is new, and elements at which a flow was planned anew or is gone. */
  readonly replanned: ReadonlySet<FlowId>;
  readonly touched: ReadonlySet<ElementId>;
}

/** Plans every flow anew that changed, whose ends were redrawn, whose waypoints moved, or whose pair gained or lost a flow. */
export function planFlows({ previous, flows, boxes, redrawn }: PlanFlows): Planned {
  const before = previous.state;
  const touched = new Set<ElementId>();
  const touch = (flow: Flow): void => {
    touched.add(flow.source);
    touched.add(flow.target);
  };
  const keys = new Map<FlowId, string | null>();
  const changedPairs = new Set<string | null>();
  for (const flow of flows.values()) {
    const old = before.plans.get(flow.id);
    const key = old?.flow === flow ? old.laneKey : laneKey(flow);
    keys.set(flow.id, key);
    if (old?.flow === flow) continue;
    changedPairs.add(key);
    if (old === undefined) continue;
    changedPairs.add(old.laneKey);
    touch(old.flow);
  }
  for (const old of before.plans.values()) {
    if (flows.has(old.flow.id)) continue;
    changedPairs.add(old.laneKey);
    touch(old.flow);
  }
  changedPairs.delete(null);

  const isSame = (flow: Flow): boolean => {
    const base = flow.route?.base ?? null;
    return (
      before.plans.get(flow.id)?.flow === flow &&
      !redrawn.has(flow.source) &&
      !redrawn.has(flow.target) &&
      (base === null || boxes.get(base) === before.boxes.get(base)) &&
      !changedPairs.has(keys.get(flow.id) ?? null)
    );
  };
  const changed = [...flows.values()].filter((flow) => !isSame(flow));
  const lanes = new Map<string, Flow[]>();
  for (const flow of changed) lanes.set(keys.get(flow.id) ?? '', []);
  for (const flow of flows.values()) lanes.get(keys.get(flow.id) ?? '')?.push(flow);

  const replanned = new Set(changed.map((flow) => flow.id));
  const plans = new Map<FlowId, FlowPlan>();
  for (const flow of flows.values()) {
    const old = before.plans.get(flow.id);
    if (old !== undefined && !replanned.has(flow.id)) {
      plans.set(flow.id, old);
      continue;
    }
    const key = keys.get(flow.id) ?? null;
    const plan = planFlow(flow, boxes, key === null ? [flow] : (lanes.get(key) ?? []).sort(byFlowOrder));
    if (plan === null) continue;
    plans.set(flow.id, plan);
    touch(flow);
  }
  return { plans, replanned, touched };
}

/** What the settled ends depend on. */
export interface Settle {
  readonly previous: Scene;
  readonly elementById: ReadonlyMap<ElementId, SceneElement>;
  readonly planned: Planned;
  readonly redrawn: ReadonlySet<ElementId>;
}

/** Offsets of both ends of every flow; only at elements that something touched are they worked out again. */
export function settleFlows({
  previous,
  elementById,
  planned,
  redrawn,
}: Settle): ReadonlyMap<FlowId, readonly [number, number]> {
  const atElement = new Map<ElementId, FlowPlan[]>();
  const concerned = (id: ElementId): boolean => planned.touched.has(id) || redrawn.has(id);
  const add = (id: ElementId, plan: FlowPlan): void => {
    if (!concerned(id)) return;
    const list = atElement.get(id);
    if (list === undefined) atElement.set(id, [plan]);
    else list.push(plan);
  };
  for (const plan of planned.plans.values()) {
    add(plan.flow.source, plan);
    if (plan.flow.target !== plan.flow.source) add(plan.flow.target, plan);
  }
  const settled = new Map<FlowId, readonly [number, number]>();
  for (const id of planned.plans.keys()) settled.set(id, previous.state.offsets.get(id) ?? [0, 0]);
  for (const [id, plans] of atElement) {
    const element = elementById.get(id);
    if (element === undefined) continue;
    for (const [flow, [source, target]] of settleEnds(element, plans)) {
      const [oldSource, oldTarget] = settled.get(flow) ?? [0, 0];
      const [newSource, newTarget] = [source ?? oldSource, target ?? oldTarget];
      if (newSource !== oldSource || newTarget !== oldTarget) settled.set(flow, [newSource, newTarget]);
    }
  }
  return settled;
}
