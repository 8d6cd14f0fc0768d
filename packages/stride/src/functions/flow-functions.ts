/** Functions about flows, in the direction of the data. A two-way flow counts in both. */

import type { Element } from '@strideboard/model';
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
  evaluate: (world, element, selectors) => tellFlow(world, { element, direction: 'to', selectors }),
  decide: (world, element, selectors) => findFlow(world, { element, direction: 'to', selectors }) !== undefined,
};

/** `flowsFrom(x, selector…)`: at least one flow reaches x from such an element. */
export const flowsFrom: CoreFunction = {
  name: 'flowsFrom',
  on: 'element',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, element, selectors) => tellFlow(world, { element, direction: 'from', selectors }),
  decide: (world, element, selectors) => findFlow(world, { element, direction: 'from', selectors }) !== undefined,
};

interface FlowQuestion {
  readonly element: Element;
  readonly direction: 'to' | 'from';
  readonly selectors: readonly string[];
}

function findFlow(world: World, { element, direction, selectors }: FlowQuestion): JudgedFlow | undefined {
  const flows = direction === 'to' ? world.graph.leaving(element.id) : world.graph.arriving(element.id);
  return flows.find((flow) => chooses(world, otherEnd(flow, element), selectors));
}

function tellFlow(world: World, asked: FlowQuestion): Truth {
  const { element, direction, selectors } = asked;
  const found = findFlow(world, asked);
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
    const path = world.reach.pathTo(element.id, selectors);
    const holds = path.length > 0;
    return known(holds, [{ kind: 'reachable', subject: element.id, selectors, path, holds }]);
  },
};
