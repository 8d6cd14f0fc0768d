/** Functions about flows, in the direction of the data. A two-way flow counts in both. */

import { compareText, type Element, type ElementId, type SubjectId } from '@strideboard/model';
import type { JudgedFlow } from '../facts/graph.ts';
import type { World } from '../facts/world.ts';
import { known, type Truth } from '../outcome.ts';
import { type CoreFunction, chooses, SELECTORS } from './core-function.ts';

/** `flowsTo(x, selector…)`: at least one flow leaves x for such an element. */
export const flowsTo: CoreFunction = {
  name: 'flowsTo',
  on: 'element',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, element, selectors) => findFlow(world, { element, direction: 'to', selectors }),
};

/** `flowsFrom(x, selector…)`: at least one flow reaches x from such an element. */
export const flowsFrom: CoreFunction = {
  name: 'flowsFrom',
  on: 'element',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, element, selectors) => findFlow(world, { element, direction: 'from', selectors }),
};

interface FlowQuestion {
  readonly element: Element;
  readonly direction: 'to' | 'from';
  readonly selectors: readonly string[];
}

function findFlow(world: World, { element, direction, selectors }: FlowQuestion): Truth {
  const flows = direction === 'to' ? world.graph.leaving(element.id) : world.graph.arriving(element.id);
  const found = flows.find((flow) => chooses(world, otherEnd(flow, element), selectors));
  const holds = found !== undefined;
  const other = found === undefined ? null : otherEnd(found, element).id;
  return known(holds, [
    { kind: 'flow', subject: element.id, direction, flow: found?.flow.id ?? null, other, selectors, holds },
  ]);
}

const otherEnd = ({ source, target }: JudgedFlow, element: Element): Element =>
  source.id === element.id ? target : source;

/** `reachableFrom(x, selector)`: a directed path of flows leads to x from an element inside such a boundary. */
export const reachableFrom: CoreFunction = {
  name: 'reachableFrom',
  on: 'element',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, element, selectors) => {
    const path = pathTo(reach(world, selectors), element.id);
    const holds = path.length > 0;
    return known(holds, [{ kind: 'reachable', subject: element.id, selectors, path, holds }]);
  },
};

/** How each reached element was reached: by which flow from which element; `null` where the walk begins. */
type Reach = ReadonlyMap<ElementId, { readonly flow: SubjectId; readonly from: ElementId } | null>;

/** Breadth first from everything inside such a boundary, once per analysis and selectors. */
function reach(world: World, selectors: readonly string[]): Reach {
  const key = `reach|${selectors.join('|')}`;
  const remembered = world.memory.get(key);
  if (remembered !== undefined) return remembered as Reach; // only this function writes under this key
  const reached = new Map<ElementId, { readonly flow: SubjectId; readonly from: ElementId } | null>();
  let ring: ElementId[] = world.graph.elements
    .filter((element) => world.graph.enclosing(element.id).some((boundary) => chooses(world, boundary, selectors)))
    .map((element) => element.id);
  for (const id of ring) reached.set(id, null);
  while (ring.length > 0) {
    const next: ElementId[] = [];
    for (const from of ring.sort(compareText)) {
      for (const judged of world.graph.leaving(from)) {
        const to = judged.source.id === from ? judged.target.id : judged.source.id;
        if (reached.has(to)) continue;
        reached.set(to, { flow: judged.flow.id, from });
        next.push(to);
      }
    }
    ring = next;
  }
  world.memory.set(key, reached);
  return reached;
}

/** Elements and flows from the start to the element; empty where it was not reached by a flow or does not stand outside. */
function pathTo(reached: Reach, id: ElementId): readonly SubjectId[] {
  if (!reached.has(id)) return [];
  const path: SubjectId[] = [id];
  for (let step = reached.get(id) ?? null; step !== null; step = reached.get(step.from) ?? null) {
    path.push(step.flow, step.from);
  }
  return path.reverse();
}
