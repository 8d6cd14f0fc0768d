import { buildModel } from '@strideboard/testkit';
import { flowId as id } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { stepAt, walkSteps } from './walk-steps.ts';

const { flows } = buildModel({
  elements: [{ id: 'a' }, { id: 'b' }],
  flows: ['10', '2', '*', '3a', '', '3', '2'].map((order, at) => ({
    id: `f${at}`,
    source: 'a',
    target: 'b',
    order,
    z: `a${at}`,
  })),
});
const all = new Map(flows.map((flow) => [flow.id, flow]));

describe('the walkthrough', () => {
  it('goes through the numbers in natural order, the star last, and leaves out what has none', () => {
    expect(walkSteps(flows, all).map(({ order }) => order)).toEqual(['2', '2', '3', '3a', '10', '*']);
    expect(
      walkSteps(flows, all)
        .map((flow) => flow.id)
        .slice(0, 2),
    ).toEqual(['f1', 'f6']);
  });

  it('leaves out what is not drawn', () => {
    expect(walkSteps(flows, new Map([[id('f0'), true]])).map(({ order }) => order)).toEqual(['10']);
  });

  it('stays at its flow while others come and go, and goes on where its own is deleted', () => {
    const steps = walkSteps(flows, all);
    expect(stepAt(steps, id('f5'), 0)).toBe(2);
    expect(stepAt(steps, id('gone'), 3)).toBe(3);
    expect(stepAt(steps, id('gone'), 99)).toBe(steps.length - 1);
    expect(stepAt([], id('gone'), 0)).toBeNull();
  });
});
