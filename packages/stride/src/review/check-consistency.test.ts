import { type Decision, elementId, flowId, type TeamRecord } from '@strideboard/model';
import { buildModel, type ModelParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { listRegister } from '../register/list-register.ts';
import type { StandingUse } from '../standing.ts';
import { buildThreats, type ThreatParts } from '../testing/build-threat.ts';
import { checkConsistency } from './check-consistency.ts';
import { LOOSE_ENDS, type LooseEndCode } from './loose-end.ts';
import { summariseCoverage } from './unanswered.ts';

const check = (parts: ModelParts, threats: readonly ThreatParts[] = [], standing: readonly StandingUse[] = []) => {
  const model = buildModel(parts);
  return checkConsistency({
    model,
    rows: listRegister({ model, threats: buildThreats(threats), strengths: {} }),
    standing,
  });
};
/** Of one code, what each is about. */
const of = (code: LooseEndCode, ends: ReturnType<typeof check>) =>
  ends
    .filter((end) => end.code === code)
    .map(({ subjects, threats, record }) => record ?? [...subjects, ...threats].join(' '));

describe('loose ends of a drawing', () => {
  it('things of one diagram with one name, however it is written; boundaries apart', () => {
    const ends = check({
      elements: [
        { id: 'a', label: 'Shop' },
        { id: 'b', label: ' shop ' },
        { id: 'c', label: 'SHOP', kind: 'boundary' },
        { id: 'd', label: '' },
        { id: 'e', label: '' },
      ],
    });
    expect(of('duplicate-name', ends)).toEqual(['a b']);
    expect(ends.find(({ code }) => code === 'duplicate-name')?.values).toEqual({ name: 'Shop', count: '2' });
  });

  it('flows without a label', () => {
    const elements = [{ id: 'a' }, { id: 'b' }];
    const ends = check({
      elements,
      flows: [
        { id: 'f', source: 'a', target: 'b', label: ' ' },
        { id: 'g', source: 'a', target: 'b', label: 'reads' },
      ],
    });
    expect(of('flow-without-label', ends)).toEqual(['f']);
  });

  it.each([
    [['1', '2', '4'], ['3']],
    [['1', '5'], ['2–4']],
    [['10', '9'], []],
    [['1', '2a', '2b', '3', '*', ''], []],
    [['2', '3'], []],
    [['1', '999999999999'], ['2–999999999998']],
  ] as const)('numbers %j leave out %j', (orders, missing) => {
    const flows = orders.map((order, at) => ({ id: `f${String(at)}`, source: 'a', target: 'b', order }));
    const ends = check({ elements: [{ id: 'a' }, { id: 'b' }], flows });
    expect(ends.filter(({ code }) => code === 'number-gap').map(({ values }) => values['numbers'])).toEqual(missing);
  });

  it('a store that talks to a store, also where a reference stands for one', () => {
    const ends = check({
      elements: [
        { id: 's', kind: 'store' },
        { id: 't', kind: 'store' },
        { id: 'r', kind: 'ref', of: 't' },
        { id: 'p' },
      ],
      flows: [
        { id: 'f', source: 's', target: 't' },
        { id: 'g', source: 's', target: 'r' },
        { id: 'h', source: 'p', target: 't' },
      ],
    });
    expect(of('store-to-store', ends)).toEqual(['f', 'g']);
  });

  it('stores that nobody reads or nobody writes, and elements without any flow', () => {
    const ends = check({
      elements: [
        { id: 'p' },
        { id: 'in', kind: 'store' },
        { id: 'out', kind: 'store' },
        { id: 'both', kind: 'store' },
        { id: 'alone', kind: 'store' },
        { id: 'outside', outOfScope: 'not ours' },
        { id: 'note', kind: 'note' },
      ],
      flows: [
        { id: 'f', source: 'p', target: 'in' },
        { id: 'g', source: 'out', target: 'p' },
        { id: 'h', source: 'p', target: 'both', direction: 'two' },
      ],
    });
    expect(of('store-unread', ends)).toEqual(['in']);
    expect(of('store-unwritten', ends)).toEqual(['out']);
    expect(of('element-without-flow', ends)).toEqual(['alone']);
  });

  it('things outside of every boundary once there is one, and boundaries around nothing', () => {
    const loose = check({ elements: [{ id: 'p' }] });
    expect(of('outside-boundaries', loose)).toEqual([]);
    const ends = check({
      elements: [
        { id: 'ns', kind: 'boundary' },
        { id: 'empty', kind: 'boundary' },
        { id: 'in', parent: 'ns' },
        { id: 'p' },
        { id: 'user', kind: 'external' },
        { id: 'note', kind: 'note', parent: 'empty' },
      ],
    });
    expect(of('outside-boundaries', ends)).toEqual(['p']);
    expect(of('empty-boundary', ends)).toEqual(['empty']);
  });

  it('what is out of scope without a reason', () => {
    const ends = check({
      elements: [{ id: 'a', outOfScope: '' }, { id: 'b', outOfScope: 'another team' }, { id: 'c' }],
    });
    expect(of('scope-without-reason', ends)).toEqual(['a']);
  });
});

describe('loose ends of decisions', () => {
  const elements = [{ id: 'a' }, { id: 'b' }];
  const fields = (given: Decision['fields']) => ({ state: 'open' as const, fields: given });

  it('one rule that people rated differently', () => {
    const two = (first: string, second: string) =>
      check({ elements }, [
        { rule: 'R', on: 'a', decision: fields({ severity: first, why: 'w' }) },
        { rule: 'R', on: 'b', decision: fields({ severity: second, why: 'w' }) },
        { rule: 'Q', on: 'b', severity: 'low' },
      ]);
    expect(of('severities-differ', two('low', 'critical'))).toEqual(['b a R~a R~b']);
    expect(of('severities-differ', two('low', 'low'))).toEqual([]);
    const kinds = check(
      {
        elements: [
          { id: 'a', type: 'wl.pod' },
          { id: 'b', type: 'wl.job' },
        ],
      },
      [
        { rule: 'R', on: 'a', decision: fields({ severity: 'low' }) },
        { rule: 'R', on: 'b', decision: fields({ severity: 'critical' }) },
      ],
    );
    expect(of('severities-differ', kinds)).toEqual([]);
  });

  it('accepted or not applicable without a reason', () => {
    const ends = check({ elements }, [
      { rule: 'R', on: 'a', decision: { state: 'accepted' } },
      { rule: 'R', on: 'b', decision: { state: 'notApplicable', fields: { why: 'no such thing' } } },
      { rule: 'Q', on: 'a', outOfScope: true, decision: { state: 'accepted' } },
    ]);
    expect(of('decision-without-reason', ends)).toEqual(['a R~a']);
  });

  it('mitigated without a control that is in place', () => {
    const register: ModelParts['register'] = {
      mitigations: [
        { threat: 'R~a', control: 'c' },
        { threat: 'R~b', control: 'c' },
      ],
      applied: (['a', 'b'] as const).map((element) => ({
        control: 'c',
        element,
        state: element === 'a' ? 'implemented' : 'planned',
        owner: '',
        evidence: '',
        ticket: '',
      })),
    };
    const ends = check({ elements, register }, [
      { rule: 'R', on: 'a', decision: { state: 'mitigated' } },
      { rule: 'R', on: 'b', decision: { state: 'mitigated' } },
    ]);
    expect(of('mitigated-without-control', ends)).toEqual(['b R~b']);
  });

  it('standing decisions whose time is over', () => {
    const decision = {
      id: 's',
      rule: 'R',
      scope: 'model',
      state: 'accepted' as const,
      why: 'w',
      owner: '',
      until: '2020-01-31',
      created: null,
      ended: null,
    };
    const ends = check(
      {},
      [],
      [
        { decision, phase: 'expired', threats: [] },
        { decision: { ...decision, id: 't' }, phase: 'holds', threats: [] },
      ],
    );
    expect(ends).toMatchObject([{ code: 'standing-expired', values: { rule: 'R', date: '2020-01-31' } }]);
  });
});

describe('loose ends of records', () => {
  it('open questions, and assumptions that nobody knows to hold', () => {
    const record = (id: string, kind: TeamRecord['kind'], state: TeamRecord['state']): TeamRecord => ({
      id,
      kind,
      state,
      title: id,
      about: [],
      owner: '',
      due: '',
      created: null,
      agreed: null,
      replaces: null,
      importedFrom: null,
      z: 'a0',
      text: '',
    });
    const ends = check({
      register: {
        records: [
          record('q1', 'question', 'open'),
          record('q2', 'question', 'answered'),
          record('a1', 'assumption', 'unknown'),
          record('a2', 'assumption', 'broken'),
          record('a3', 'assumption', 'holds'),
          record('g', 'goal', 'open'),
        ],
      },
    });
    expect(ends.map(({ code, record: id }) => [code, id])).toEqual([
      ['assumption-broken', 'a2'],
      ['assumption-unknown', 'a1'],
      ['question-open', 'q1'],
    ]);
  });
});

describe('all loose ends', () => {
  it('come in the order of their codes, each with an id of its own', () => {
    const ends = check({
      elements: [
        { id: 'a', label: 'x', outOfScope: '' },
        { id: 'b', label: 'x' },
        { id: 's', kind: 'store' },
      ],
      flows: [
        { id: 'f', source: 'a', target: 's' },
        { id: 'g', source: 'a', target: 's' },
      ],
    });
    const at = ends.map(({ code }) => LOOSE_ENDS.indexOf(code));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(new Set(ends.map(({ id }) => id)).size).toBe(ends.length);
  });

  it('are none on an empty board', () => {
    expect(check({})).toEqual([]);
  });
});

describe('the summary of a coverage', () => {
  it('counts what is answered and names who has no answer at all', () => {
    const cell = (state: 'open' | 'asked' | 'answered' | 'nothing') => ({
      letter: 'S' as const,
      state,
      open: 0,
      decided: 0,
      questions: 0,
    });
    const rows = [
      { subject: elementId('a'), cells: [cell('answered'), cell('asked')] },
      { subject: elementId('b'), cells: [cell('asked'), cell('nothing')] },
      { subject: flowId('f'), cells: [cell('nothing')] },
      { subject: elementId('c'), cells: [cell('open')] },
      { subject: elementId('d'), cells: [] },
    ];
    expect(summariseCoverage({ rows, counts: { open: 1, asked: 2, answered: 1, nothing: 2 } })).toEqual({
      answered: 1,
      total: 6,
      unanswered: ['b', 'f'],
      unjudged: new Set(['f']),
    });
  });
});
