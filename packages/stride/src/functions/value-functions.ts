/** Functions about kinds, lists and properties of many elements. */

import type { Element, PropertyValue, Scalar } from '@strideboard/model';
import type { Fact, Missing } from '../fact.ts';
import type { World } from '../facts/world.ts';
import { join, known, unknown } from '../outcome.ts';
import { type CoreFunction, chooses, NO_CONSTANTS, SELECTORS } from './core-function.ts';

/** `kind(x, selector…)`: x is of one of these classes, stencils, boundary kinds or groups. */
export const kind: CoreFunction = {
  name: 'kind',
  on: 'subject',
  constants: SELECTORS,
  returns: 'boolean',
  evaluate: (world, subject, selectors) => {
    const holds = chooses(world, subject, selectors);
    return known(holds, [{ kind: 'kind', subject: subject.id, selectors, holds }]);
  },
  decide: (world, subject, selectors) => chooses(world, subject, selectors),
};

/** `hasAny(list, value…)`: the list holds at least one of the values. */
export const hasAny: CoreFunction = {
  name: 'hasAny',
  on: 'list',
  constants: { kind: 'text', min: 1, max: 50 },
  returns: 'boolean',
  evaluate: (_world, list, values) => known(list.some((item) => values.includes(String(item)))),
};

/** `count(list)`: how many values or elements. */
export const count: CoreFunction = {
  name: 'count',
  on: 'countable',
  constants: NO_CONSTANTS,
  returns: 'number',
  evaluate: (_world, list) => known('elements' in list ? list.elements.length : list.length),
};

/** `hasPath(list, path…)`: some path of the list equals one of these or lies below it; `/` means only itself. */
export const hasPath: CoreFunction = {
  name: 'hasPath',
  on: 'list',
  constants: { kind: 'text', min: 1, max: 50 },
  returns: 'boolean',
  evaluate: (_world, list, paths) => known(list.some((item) => paths.some((path) => liesBelow(item, path)))),
};

function liesBelow(item: Scalar, path: string): boolean {
  const trim = (text: string): string => (text === '/' ? text : text.replace(/\/+$/u, ''));
  const [actual, wanted] = [trim(String(item)), trim(path)];
  return actual === wanted || (wanted !== '/' && actual.startsWith(`${wanted}/`));
}

/** `distinct(elements, property)`: number of different known values. What is unknown is not counted. */
export const distinct: CoreFunction = {
  name: 'distinct',
  on: 'elements',
  constants: { kind: 'property', min: 1, max: 1 },
  returns: 'number',
  evaluate: (world, { of, elements }, [property = '']) => {
    const values = differentValues(world, elements, property);
    const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    return known(sorted.length, [{ kind: 'distinct', subject: of, property, values: sorted }]);
  },
  decide: (world, { elements }, [property = '']) => differentValues(world, elements, property).size,
};

/**
 * `stated(x, property)`: somebody said that the yes-or-no property is true. Never unknown: an exception has to be claimed, and until it is
 * what it would excuse is a finding.
 */
export const stated: CoreFunction = {
  name: 'stated',
  on: 'element',
  constants: { kind: 'property', min: 1, max: 1 },
  returns: 'boolean',
  evaluate: (world, element, [property = '']) => {
    const { value, because } = world.read(element, property);
    if (value !== undefined) return known(value === true, because);
    const isAsked = world.index.definition(element, property) !== null;
    return known(false, isAsked ? [{ kind: 'unanswered', subject: element.id, property }] : []);
  },
  decide: (world, element, [property = '']) => world.peek(element, property) === true,
};

function differentValues(
  world: World,
  elements: readonly Element[],
  property: string,
): ReadonlyMap<string, PropertyValue> {
  const values = new Map<string, PropertyValue>();
  for (const element of elements) {
    const value = world.peek(element, property);
    if (value !== undefined) values.set(JSON.stringify(value), value);
  }
  return values;
}

/** `anyTrue(elements, property)`: at least one element has the property true. Elements it means nothing for do not count. */
export const anyTrue: CoreFunction = {
  name: 'anyTrue',
  on: 'elements',
  constants: { kind: 'property', min: 1, max: 1 },
  returns: 'boolean',
  evaluate: (world, { elements }, [property = '']) => {
    let missing: readonly Missing[] = [];
    let because: readonly Fact[] = [];
    let isOpen = false;
    for (const element of elements) {
      const answer = world.read(element, property);
      if (answer.value === true) return known(true, answer.because);
      if (answer.value !== undefined) because = join(because, answer.because);
      else if (world.index.definition(element, property) !== null) {
        isOpen = true;
        missing = join(missing, answer.missing);
      }
    }
    return isOpen ? unknown(missing) : known(false, because);
  },
  decide: (world, { elements }, [property = '']) => {
    const { waits } = world;
    const mark = waits.length;
    let isOpen = false;
    for (const element of elements) {
      const before = waits.length;
      const value = world.value(element, property);
      if (value === true) {
        waits.length = mark;
        return true;
      }
      if (value !== undefined) continue;
      if (world.index.definition(element, property) === null) waits.length = before;
      else isOpen = true;
    }
    return isOpen ? undefined : false;
  },
};
