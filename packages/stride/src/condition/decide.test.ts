import { buildModel, createRandom, forSeeds, fuzzSeeds } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createStillWorld } from '../facts/still-world.ts';
import { startEditing } from '../testing/random-edits.ts';
import { SMALL_BOARD, SMALL_INDEX } from '../testing/small-pack.ts';
import { compileCondition } from './compile.ts';

const PIECES = [
  'el.privileged == true',
  'el.replicas > 1',
  "el.tenant in ['a', 'b']",
  "within(el, 'tb.namespace')",
  "grants(el, 'get', 'secrets')",
  "anyTrue(children(el), 'privileged')",
  "nearest(el, 'tb.cluster').multiTenancy == 'multi'",
  'el.internetFacing',
  'el.receivesFromLowerTrust == true',
  "count(el.capabilities) > 0 || hasAny(el.dropped, 'ALL')",
];
const VALUES = {
  privileged: [true, false, 'odd'],
  replicas: [0, 3, 'many'],
  tenant: ['a', 'c'],
  trustLevel: ['low', 'high'],
  capabilities: [['x'], []],
  clusterAdmin: [true, false],
  rbac: [['get:secrets']],
  multiTenancy: ['multi'],
};

describe('deciding without facts', () => {
  it('comes to the same verdict and waits for the same as judging with facts', () => {
    forSeeds('decide', fuzzSeeds(0.5), (seed) => {
      const random = createRandom(seed);
      const write = (depth: number): string => {
        if (depth === 0 || random.chance(0.3)) return random.pick(PIECES) ?? 'true';
        if (random.chance(0.25)) return `!(${write(depth - 1)})`;
        return `(${write(depth - 1)}) ${random.chance(0.5) ? '&&' : '||'} (${write(depth - 1)})`;
      };
      const model = buildModel(startEditing(random, { board: SMALL_BOARD, values: VALUES, lines: false }, 8).model());
      const { world, graph } = createStillWorld(model, SMALL_INDEX);
      for (let at = 0; at < 10; at++) {
        const text = write(3);
        const compiled = compileCondition(text, 'element', SMALL_INDEX);
        if (!compiled.ok) throw new Error(`${text}: ${compiled.errors[0]?.message}`);
        for (const el of graph.elements) {
          const scene = { world, el, flow: null, source: null, target: null };
          world.waits.length = 0;
          const value = compiled.decide(scene);
          const { value: expected, missing } = compiled.condition(scene);
          expect([value, ...world.waits], text).toEqual([expected, ...(expected === undefined ? missing : [])]);
        }
      }
    });
  });
});
