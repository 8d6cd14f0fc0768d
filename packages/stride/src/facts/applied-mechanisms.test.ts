import type { ControlState, PropertyValue } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { buildJudgement, buildRule } from '../testing/small-pack.ts';

const RULE = buildRule({ id: 'thin', scope: ['boundary'], when: 'el.independentMechanisms < 2' });
const judgement = buildJudgement(
  [RULE],
  [
    { id: 'filter', label: 'filter', mechanism: 'firewall', layer: 'node', compliance: [], mitigates: [] },
    { id: 'profile', label: 'profile', mechanism: 'seccomp', compliance: [], mitigates: [] },
    { id: 'paper', label: 'paper', compliance: [], mitigates: [] },
  ],
);

/** A node enforced by what people named (`null` = nobody said), with controls on it. */
function judged(named: PropertyValue | null, controls: Readonly<Record<string, ControlState>>) {
  const model = buildModel({
    elements: [
      {
        id: 'node',
        kind: 'boundary',
        type: 'tb.node',
        ...(named === null ? {} : { properties: { enforcedBy: named } }),
      },
    ],
    register: {
      applied: Object.entries(controls).map(([control, state]) => ({
        control,
        element: 'node',
        state,
        owner: '',
        evidence: '',
        ticket: '',
      })),
    },
  });
  const { findings, questions } = analyse(model, judgement);
  return { found: findings.map(({ id }) => id), asked: questions.map(({ id }) => id), because: findings[0]?.because };
}

describe('controls in place on a boundary', () => {
  it.each([
    ['implemented', []],
    ['verified', []],
    ['planned', ['thin~node']],
    ['failed', ['thin~node']],
  ] as const)('that are %s leave %j', (state, found) => {
    expect(judged(['seccomp@container'], { filter: state }).found).toEqual(found);
  });

  it('count once with what fails together with them, and a control without a mechanism counts nothing', () => {
    expect(judged(['cgroups'], { profile: 'verified', paper: 'verified' })).toMatchObject({
      found: ['thin~node'],
      because: [
        { property: 'independentMechanisms', value: 1, origin: 'derived' },
        { property: 'enforcedBy', value: ['cgroups', 'seccomp'], origin: 'derived' },
        { property: 'enforcedBy', value: ['cgroups'], origin: 'stated' },
      ],
    });
  });

  it('answer what nobody said only when they are enough', () => {
    expect(judged(null, { filter: 'verified' })).toMatchObject({ found: [], asked: ['node~enforcedBy'] });
    expect(judged(null, { filter: 'verified', profile: 'implemented' })).toMatchObject({ found: [], asked: [] });
  });
});
