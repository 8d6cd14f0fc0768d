/** Functions about what stands inside what. Both hierarchies count: spatial parents, memberships, and boundaries around references. */

import type { Element } from '@strideboard/model';
import type { World } from '../facts/world.ts';
import { known, type Truth } from '../outcome.ts';
import { type CoreFunction, chooses, NO_CONSTANTS, SELECTORS } from './core-function.ts';

/** `crosses(selector…)`: exactly one end of the flow lies inside such a boundary. */
export const crosses: CoreFunction = {
  name: 'crosses',
  on: 'flow',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, flow, selectors) => {
    const boundaries = world.graph
      .crossed(flow.id)
      .filter((boundary) => chooses(world, boundary, selectors))
      .map((boundary) => boundary.id);
    const holds = boundaries.length > 0;
    return known(holds, [{ kind: 'crosses', subject: flow.id, boundaries, selectors, holds }]);
  },
  decide: (world, flow, selectors) =>
    world.graph.crossed(flow.id).some((boundary) => chooses(world, boundary, selectors)),
};

/** `crossesAny()`: the flow crosses a boundary of any kind. */
export const crossesAny: CoreFunction = {
  name: 'crossesAny',
  on: 'flow',
  constants: NO_CONSTANTS,
  returns: 'boolean',
  evaluate: (world, flow) => {
    const boundaries = world.graph.crossed(flow.id).map((boundary) => boundary.id);
    const holds = boundaries.length > 0;
    return known(holds, [{ kind: 'crosses', subject: flow.id, boundaries, selectors: [], holds }]);
  },
  decide: (world, flow) => world.graph.crossed(flow.id).length > 0,
};

/** `within(x, selector…)`: some boundary that holds x, at any depth, is of such a kind. */
export const within: CoreFunction = {
  name: 'within',
  on: 'element',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, element, selectors) => {
    const holder = findAround(world, element, selectors);
    const holds = holder !== undefined;
    return known(holds, [{ kind: 'within', subject: element.id, witness: holder?.id ?? null, selectors, holds }]);
  },
  decide: (world, element, selectors) => findAround(world, element, selectors) !== undefined,
};

/** `contains(b, selector…)`: boundary b holds such an element at any depth. */
export const contains: CoreFunction = {
  name: 'contains',
  on: 'element',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, boundary, selectors) => {
    const held = findInside(world, boundary, selectors);
    const holds = held !== undefined;
    return known(holds, [{ kind: 'contains', subject: boundary.id, witness: held?.id ?? null, selectors, holds }]);
  },
  decide: (world, boundary, selectors) => findInside(world, boundary, selectors) !== undefined,
};

/** `children(b)`: everything inside boundary b at any depth. */
export const children: CoreFunction = {
  name: 'children',
  on: 'element',
  constants: NO_CONSTANTS,
  returns: 'elements',
  evaluate: (world, boundary) => known({ of: boundary.id, elements: world.graph.inside(boundary.id) }),
};

/** `nearest(x, selector)`: the nearest such boundary around x; `null` for none. */
export const nearest: CoreFunction = {
  name: 'nearest',
  on: 'element',
  constants: { kind: 'selector', min: 1, max: 1 },
  returns: 'element',
  evaluate: (world, element, selectors) => known(findAround(world, element, selectors) ?? null),
};

const findAround = (world: World, element: Element, selectors: readonly string[]): Element | undefined =>
  world.graph.outward(element.id).find((boundary) => chooses(world, boundary, selectors));

const findInside = (world: World, boundary: Element, selectors: readonly string[]): Element | undefined =>
  world.graph.inside(boundary.id).find((element) => chooses(world, element, selectors));

/** `allWithin(elements, selector…)`: every workload among them is, or lies within, such a boundary. True for no workloads. */
export const allWithin: CoreFunction = {
  name: 'allWithin',
  on: 'elements',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, { of, elements }, selectors): Truth => {
    const lies = (element: Element): boolean =>
      chooses(world, element, selectors) ||
      world.graph.enclosing(element.id).some((boundary) => chooses(world, boundary, selectors));
    const outside = elements.find((element) => isWorkload(world, element) && !lies(element));
    if (outside === undefined)
      return known(true, [{ kind: 'contains', subject: of, witness: null, selectors, holds: true }]);
    return known(false, [{ kind: 'within', subject: outside.id, witness: null, selectors, holds: false }]);
  },
};

/** Members of a group of workloads; everything but boundaries where the pack has no such group. */
function isWorkload(world: World, element: Element): boolean {
  const groups = world.index.board.groups.filter((group) => group.workloads === true);
  if (groups.length === 0) return element.kind !== 'boundary';
  return groups.some((group) => world.index.matches(element, group.id));
}
