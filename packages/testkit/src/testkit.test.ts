import { EMPTY_MODEL } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from './broken-invariants.ts';
import { buildElement, buildFlow, buildModel } from './build-model.ts';
import { needlesslyFresh } from './identity.ts';
import { createPeers } from './peers.ts';
import { createRandom } from './random.ts';
import { populate, randomGesture } from './random-gesture.ts';

describe('the instruments of tests', () => {
  it('give the same script for the same seed', () => {
    const run = (seed: number): string => {
      const random = createRandom(seed);
      const group = createPeers(random);
      for (const peer of group.peers) populate(random, peer, 5);
      for (let step = 0; step < 30; step++) for (const peer of group.peers) randomGesture(random, peer);
      group.deliverAll();
      const [first] = group.peers;
      return JSON.stringify(first?.document.model());
    };
    expect(run(5)).toBe(run(5));
    expect(run(5)).not.toBe(run(6));
  });

  it('refuse fixtures that contradict themselves', () => {
    expect(() => buildModel({ elements: [{ id: 'a', parent: 'ghost' }] })).toThrow(/ghost/u);
    expect(() => buildModel({ elements: [{ id: 'a' }, { id: 'b', parent: 'a' }] })).toThrow(/contradict.*b/u);
    expect(() => buildModel({ flows: [{ id: 'f', source: 'a', target: 'a' }] })).toThrow(/flow-end-missing f/u);
  });

  it('see broken invariants', () => {
    const boundary = buildElement({ id: 'b', kind: 'boundary' });
    const broken = (...elements: ReturnType<typeof buildElement>[]) => brokenInvariants({ ...EMPTY_MODEL, elements });
    expect(broken(boundary, buildElement({ id: 'a', parent: 'b' }))).toEqual([]);
    expect(broken(buildElement({ id: 'a', parent: 'b' }), boundary)).toEqual(['I5 (parents first) broken by a']);
    expect(broken(buildElement({ id: 'a', x: Number.NaN }))).toEqual(['I1 (finite place and size) broken by a']);
    expect(broken(buildElement({ id: 'p' }), buildElement({ id: 'a', parent: 'p' }))[0]).toMatch(/^I2/u);
    expect(broken(boundary, boundary)).toContain('I6 (shown once) broken by b');
    expect(broken(boundary, buildElement({ id: 'a', parent: 'b', memberOf: ['b'] }))[0]).toMatch(/^I8/u);
    expect(brokenInvariants({ ...EMPTY_MODEL, flows: [buildFlow({ id: 'f', source: 'a', target: 'a' })] })[0]).toMatch(
      /^I4/u,
    );
  });

  it('see objects that were made anew for nothing', () => {
    const model = buildModel({ elements: [{ id: 'a' }, { id: 'b' }] });
    const [a, b] = model.elements;
    if (a === undefined || b === undefined) throw new Error('no elements');
    expect(needlesslyFresh(model, { ...model, elements: [{ ...a }, { ...b, label: 'new' }] })).toEqual(['a']);
    expect(needlesslyFresh(model, { ...model, elements: [...model.elements], meta: { ...model.meta } })).toEqual([
      'elements',
      'meta',
    ]);
  });
});
