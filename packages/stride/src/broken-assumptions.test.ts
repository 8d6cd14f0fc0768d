import type { Decision, TeamRecord } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createBrokenFinder } from './broken-assumptions.ts';
import { listRegister } from './register/list-register.ts';
import { buildFinding } from './testing/build-threat.ts';
import { isOpenThreat, joinDecisions } from './threats.ts';

const assumption = (parts: Partial<TeamRecord>): TeamRecord => ({
  id: 'a1',
  kind: 'assumption',
  title: 'The node network is trusted',
  state: 'broken',
  about: [],
  owner: '',
  due: '',
  created: null,
  agreed: null,
  replaces: null,
  importedFrom: null,
  z: 'a0',
  text: '',
  ...parts,
});
const accepted: Decision = { state: 'accepted', basis: 'x', by: 'Ann', at: 100, fields: {} };
const join = (records: readonly TeamRecord[], decision: Decision = accepted) =>
  joinDecisions(
    [buildFinding({ rule: 'R', on: 'pod' })],
    { 'R~pod': decision },
    { assumed: { records, mitigations: [] } },
  );

describe('a broken assumption', () => {
  it('opens the decided threat it names again, and the threat says so', () => {
    const [threat] = join([assumption({ about: ['R~pod'] })]).threats;
    expect(threat).toMatchObject({ state: 'accepted', broken: ['a1'], confirmAgain: false });
    expect(threat !== undefined && isOpenThreat(threat)).toBe(true);
  });

  it.each(['holds', 'unknown'] as const)('is another than one that is %s', (state) => {
    const [threat] = join([assumption({ about: ['R~pod'], state })]).threats;
    expect(threat?.broken).toEqual([]);
    expect(threat !== undefined && isOpenThreat(threat)).toBe(false);
  });

  it('opens threats at an element it names, and no others', () => {
    expect(join([assumption({ about: ['pod'] })]).threats[0]?.broken).toEqual(['a1']);
    expect(join([assumption({ about: ['other'] })]).threats[0]?.broken).toEqual([]);
  });

  it('opens threats that a control it names answers', () => {
    const findBroken = createBrokenFinder({
      records: [assumption({ about: ['K1'] })],
      mitigations: [{ threat: 'R~pod', control: 'K1' }],
    });
    const about = (id: string) => findBroken({ id, subjects: [], decidedAt: 100 });
    expect([about('R~pod'), about('R~other')]).toEqual([['a1'], []]);
  });

  it('is no other kind of record in a state of that name', () => {
    expect(join([assumption({ about: ['R~pod'], kind: 'goal' })]).threats[0]?.broken).toEqual([]);
  });

  it('leaves what was decided after it broke, and opens what was decided before', () => {
    const agreed = { by: 'Bo', at: 200 };
    const about = ['R~pod'];
    expect(join([assumption({ about, agreed })]).threats[0]?.broken).toEqual(['a1']);
    expect(join([assumption({ about, agreed })], { ...accepted, at: 201 }).threats[0]?.broken).toEqual([]);
  });

  it('opens what inherits a standing decision made before', () => {
    const standing = {
      decisions: [
        {
          id: 's1',
          rule: 'R',
          scope: 'model',
          state: 'accepted' as const,
          why: 'w',
          owner: '',
          until: '',
          created: { by: 'Ann', at: 150 },
          ended: null,
        },
      ],
      today: '',
      isWithin: () => false,
    };
    const joined = (at: number) =>
      joinDecisions(
        [buildFinding({ rule: 'R', on: 'pod' })],
        {},
        {
          standing,
          assumed: { records: [assumption({ about: ['pod'], agreed: { by: 'Bo', at } })], mitigations: [] },
        },
      ).threats[0]?.broken;
    expect([joined(200), joined(100)]).toEqual([['a1'], []]);
  });

  it('that opens several is named on each, and several are named on one in the order of their ids', () => {
    const records = [assumption({ id: 'b', about: ['pod'] }), assumption({ id: 'a', about: ['R~pod'] })];
    expect(join(records).threats[0]?.broken).toEqual(['a', 'b']);
  });

  it('makes another threat of it, and what it does not concern stays the same object', () => {
    const findings = ['pod', 'other'].map((on) => buildFinding({ rule: 'R', on }));
    const first = joinDecisions(findings, { 'R~pod': accepted }, { assumed: { records: [], mitigations: [] } });
    const records = [assumption({ about: ['R~pod'] })];
    const second = joinDecisions(
      findings,
      { 'R~pod': accepted },
      { assumed: { records, mitigations: [] }, before: first },
    );
    const third = joinDecisions(
      findings,
      { 'R~pod': accepted },
      { assumed: { records, mitigations: [] }, before: second },
    );
    const threat = (joined: typeof first, id: string) => joined.threats.find(({ finding }) => finding.id === id);
    expect(threat(second, 'R~other')).toBe(threat(first, 'R~other'));
    expect(threat(second, 'R~pod')).not.toBe(threat(first, 'R~pod'));
    expect(threat(third, 'R~pod')).toBe(threat(second, 'R~pod'));
  });

  it('opens written threats in the register: those it names, and those on what it names', () => {
    const written = { title: 'x', letters: [], origin: 'hand', from: [], z: 'a0', created: null, description: '' };
    const model = buildModel({
      elements: [{ id: 'pod' }, { id: 'store' }],
      flows: [{ id: 'f', source: 'pod', target: 'store' }],
      register: {
        manual: ['m', 'n', 'o'].map((id) => ({ ...written, id, on: id === 'n' ? ['f'] : [] })),
        records: [assumption({ about: ['f', 'manual~m'] })],
      },
    });
    const rows = listRegister({ model, threats: [], strengths: {} });
    expect(Object.fromEntries(rows.map(({ id, broken }) => [id, broken]))).toEqual({
      'manual~m': ['a1'],
      'manual~n': ['a1'],
      'manual~o': [],
    });
  });
});
