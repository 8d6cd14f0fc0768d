import { CONTROL_SETS } from '@strideboard/packs';
import { describe, expect, it } from 'vitest';
import { judgement } from './judgement.ts';

const { controls } = judgement;
const idsOf = (set: (typeof CONTROL_SETS)[number]): readonly string[] =>
  controls.filter(({ sets }) => sets?.includes(set)).map(({ id }) => id);

describe('the controls of the pack', () => {
  it('each say how strong they are, and none takes more than three steps', () => {
    const steps = controls.map(({ id, strength }) => [id, (strength?.likelihood ?? 0) + (strength?.impact ?? 0)]);
    expect(steps.filter(([, taken]) => Number(taken) < 1 || Number(taken) > 3)).toEqual([]);
  });

  it('that only detect never lower the likelihood', () => {
    const detecting = ['AWS28', 'AWS31', 'K9', 'A5', 'A6', 'X-LOGREMOTE', 'X-FLEETAUDIT'];
    const found = controls.filter(({ id }) => detecting.includes(id));
    expect(found.map(({ strength }) => strength?.likelihood)).toEqual(detecting.map(() => 0));
  });

  it('form three sets, each a real part of the next, and every control is in one', () => {
    const [baseline, standard, high] = CONTROL_SETS.map(idsOf);
    expect(standard).toEqual(expect.arrayContaining([...(baseline ?? [])]));
    expect(high).toEqual(controls.map(({ id }) => id));
    expect(baseline?.length).toBeGreaterThan(20);
    expect(standard?.length).toBeGreaterThan(baseline?.length ?? 0);
    expect(high?.length).toBeGreaterThan(standard?.length ?? 0);
  });

  it('name what shows day by day that they work, but for the two that nothing shows', () => {
    expect(controls.filter(({ signal }) => signal === undefined).map(({ id }) => id)).toEqual(['A1', 'A6']);
  });
});
