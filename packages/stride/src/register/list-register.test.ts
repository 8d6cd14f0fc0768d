import { type ControlState, elementId, flowId } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildThreats, type ThreatParts } from '../testing/build-threat.ts';
import { createControlFinder } from './answering-controls.ts';
import { listRegister } from './list-register.ts';
import { gradeOf, riskOf } from './risk.ts';

const place = (control: string, element: string, state: ControlState) => ({
  control,
  element,
  state,
  owner: '',
  evidence: '',
  ticket: '',
});
const drawn = {
  elements: [
    { id: 'cluster', kind: 'boundary', type: 'tb.cluster' },
    { id: 'pod', type: 'wl.pod', parent: 'cluster' },
    { id: 'store', kind: 'store', type: 'cp.etcd' },
  ],
  flows: [{ id: 'f', source: 'pod', target: 'store' }],
} as const;
const STRONG = { likelihood: 2, impact: 1 };

describe('the risk of a threat', () => {
  it('is likelihood times impact, and says whether that was said or suggested', () => {
    const risk = riskOf(gradeOf(4, 2), gradeOf(undefined, 3), []);
    expect(risk).toMatchObject({ inherent: 12, residual: 12 });
    expect([risk.likelihood.from, risk.impact.from]).toEqual(['said', 'suggested']);
  });

  it('is not scored where a grade is missing or is no grade', () => {
    expect(riskOf(gradeOf(9, undefined), gradeOf(3, 3), [])).toMatchObject({ inherent: null, residual: null });
  });

  it('is never raised by controls, and never goes below one', () => {
    const grade = fc.integer({ min: 1, max: 5 });
    const steps = fc.integer({ min: 0, max: 4 });
    const control = fc.record({ likelihood: steps, impact: steps });
    fc.assert(
      fc.property(grade, grade, fc.array(fc.tuple(control, fc.boolean())), (likelihood, impact, controls) => {
        const answering = controls.map(([strength, counts], at) => ({
          id: String(at),
          state: null,
          at: [],
          strength,
          counts,
        }));
        const { inherent, residual } = riskOf(gradeOf(likelihood, undefined), gradeOf(impact, undefined), answering);
        expect(residual).toBeGreaterThanOrEqual(1);
        expect(residual).toBeLessThanOrEqual(inherent ?? 0);
      }),
    );
  });
});

describe('controls that answer a threat', () => {
  const find = (states: readonly (readonly [string, ControlState])[], subject = 'pod', strength = STRONG) => {
    const model = buildModel({
      ...drawn,
      register: {
        mitigations: [{ threat: 'A~x', control: 'c' }],
        applied: states.map(([element, state]) => place('c', element, state)),
      },
    });
    const id = subject === 'f' ? flowId(subject) : elementId(subject);
    return createControlFinder(model, { c: strength })('A~x', subject === '' ? [] : [id])[0];
  };

  it.each([
    ['planned', false],
    ['implemented', true],
    ['verified', true],
    ['failed', false],
  ] as const)('that are %s: %s', (state, counts) => {
    expect(find([['pod', state]])).toMatchObject({ state, counts });
  });

  it('count by the subject itself, else by the least reassuring state around it', () => {
    expect(
      find([
        ['pod', 'verified'],
        ['cluster', 'failed'],
      ]),
    ).toMatchObject({ state: 'verified', at: ['pod'] });
    expect(find([['cluster', 'implemented']])).toMatchObject({ counts: true, at: ['cluster'] });
    expect(find([['store', 'verified']])).toMatchObject({ state: null, counts: false });
    expect(
      find(
        [
          ['store', 'verified'],
          ['cluster', 'failed'],
        ],
        'f',
      ),
    ).toMatchObject({ state: 'failed', counts: false });
    expect(find([['store', 'verified']], '')).toMatchObject({ counts: true });
  });

  it('take nothing while nobody stated how strong they are', () => {
    const model = buildModel({
      ...drawn,
      register: { mitigations: [{ threat: 'A~x', control: 'c' }], applied: [place('c', 'pod', 'verified')] },
    });
    expect(createControlFinder(model, {})('A~x', [elementId('pod')])).toMatchObject([
      { strength: null, counts: false },
    ]);
  });
});

describe('the register', () => {
  const found = (rule: string, parts: Partial<ThreatParts> = {}): ThreatParts => ({ rule, on: 'pod', ...parts });

  it('has what rules found and what people wrote, highest residual risk first and unscored before all', () => {
    const model = buildModel({
      ...drawn,
      decisions: { 'manual~m': { fields: { likelihood: 5, impact: 5 } } },
      register: {
        manual: [manual('m'), manual('n')],
        mitigations: [{ threat: 'B~pod', control: 'c' }],
        applied: [place('c', 'pod', 'implemented')],
      },
    });
    const threats = buildThreats([
      found('A', { likelihood: 2, impact: 2 }),
      found('B', { likelihood: 5, impact: 4 }),
      found('C', { likelihood: 5, impact: 5, decision: { state: 'notApplicable', fields: { why: 'no such thing' } } }),
      found('D', { likelihood: 3, impact: 4 }),
    ]);
    const rows = listRegister({ model, threats, strengths: { c: STRONG } });
    expect(rows.map(({ id, risk }) => [id, risk.inherent, risk.residual])).toEqual([
      ['manual~n', null, null],
      ['manual~m', 25, 25],
      ['D~pod', 12, 12],
      ['B~pod', 20, 9],
      ['A~pod', 4, 4],
      ['C~pod', 25, 25],
    ]);
  });

  it('shows a written threat only on what is still drawn', () => {
    const model = buildModel({ ...drawn, register: { manual: [{ ...manual('m'), on: ['gone', 'pod'] }] } });
    expect(listRegister({ model, threats: [], strengths: {} })[0]?.subjects).toEqual(['pod']);
  });
});

function manual(id: string) {
  return { id, title: id, letters: [], on: ['pod'], origin: 'hand', from: [], z: 'a0', created: null, description: '' };
}
