import type { RuleExample } from '@strideboard/packs';
import { describe, expect, it } from 'vitest';
import { judgement } from './judgement.ts';

/** What an example states, one entry a fact, so that examples can be told apart fact by fact. */
function factsOf({ elements, flows }: RuleExample): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const { id, type, parent = '', memberOf = [], properties = {} } of elements) {
    facts.set(`${id} is`, type);
    facts.set(`${id} in`, parent);
    facts.set(`${id} also in`, memberOf.join());
    for (const [name, value] of Object.entries(properties)) facts.set(`${id} .${name}`, JSON.stringify(value));
  }
  flows.forEach(({ id = '', source, target, direction = 'one', properties = {} }, at) => {
    const name = id === '' ? `flow${at + 1}` : id;
    facts.set(`${name} is`, `${source} ${target} ${direction}`);
    for (const [property, value] of Object.entries(properties)) {
      facts.set(`${name} .${property}`, JSON.stringify(value));
    }
  });
  return facts;
}

/** How many facts are other; an element or flow that only one of them has is one fact, with all that is said of it. */
function distance(a: RuleExample, b: RuleExample): number {
  const [one, other] = [factsOf(a), factsOf(b)];
  const differing = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
  const subjectOf = (key: string): string => key.slice(0, key.indexOf(' '));
  const isAlone = (subject: string): boolean => one.has(`${subject} is`) !== other.has(`${subject} is`);
  const alone = new Set(differing.map(subjectOf).filter(isAlone));
  return alone.size + differing.filter((key) => !alone.has(subjectOf(key))).length;
}

describe('the examples of the Kubernetes pack', () => {
  it('show for every rule a quiet diagram that differs from a firing one in a single fact', () => {
    const far = judgement.rules
      .filter(({ prompt }) => prompt !== true)
      .map(({ id, examples }) => {
        const firing = examples.filter(({ fires }) => fires);
        const quiet = examples.filter(({ fires }) => !fires);
        return { id, nearest: Math.min(...firing.flatMap((one) => quiet.map((other) => distance(one, other)))) };
      })
      .filter(({ nearest }) => nearest !== 1);
    expect(far).toEqual([]);
  });

  it('show for every rule that stands aside for the administrator that it does', () => {
    const aside = judgement.rules.filter(({ when }) => when.includes('!administers(el)'));
    expect(aside.length).toBeGreaterThan(10);
    const untold = aside.filter(
      ({ examples }) =>
        !examples.some(
          ({ fires, elements }) =>
            !fires && elements.some(({ properties }) => properties?.['clusterAdmin'] === true && 'rbac' in properties),
        ),
    );
    expect(untold.map(({ id }) => id)).toEqual([]);
  });
});
