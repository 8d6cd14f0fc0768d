import type { DecisionLogEntry, StandingDecision, TeamRecord } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { filterDecisions, listDecisions } from './list-decisions.ts';

const record = (parts: Partial<TeamRecord>): TeamRecord => ({
  id: 'd1',
  kind: 'decision',
  title: 'etcd is encrypted',
  state: 'proposed',
  about: [],
  owner: '',
  due: '',
  created: { by: 'ada', at: 10 },
  agreed: null,
  replaces: null,
  importedFrom: null,
  z: 'a0',
  text: '',
  ...parts,
});
const entry = (parts: Partial<DecisionLogEntry>): DecisionLogEntry => ({
  id: 'e1',
  by: 'bo',
  via: null,
  threat: 'R~a',
  field: 'state',
  before: null,
  after: ['accepted', '', 'bo', 20],
  at: 20,
  cause: 'decide',
  ...parts,
});
const standing: StandingDecision = {
  id: 's1',
  rule: 'R',
  scope: 'model',
  state: 'accepted',
  why: 'w',
  owner: '',
  until: '',
  created: { by: 'ada', at: 30 },
  ended: { by: 'bo', at: 40, why: 'over' },
};
const list = (parts: Partial<Parameters<typeof listDecisions>[0]>) =>
  listDecisions({ records: [], decisionLog: [], standing: [], ...parts });

describe('the list of decisions', () => {
  it('has decisions of the team, on threats and standing ones, newest first', () => {
    const all = list({
      records: [record({}), record({ id: 'g', kind: 'goal' })],
      decisionLog: [entry({})],
      standing: [standing],
    });
    expect(all.map(({ kind, id, by, at }) => [kind, id, by, at])).toEqual([
      ['standing', 's1 ended', 'bo', 40],
      ['standing', 's1', 'ada', 30],
      ['threat', 'e1', 'bo', 20],
      ['record', 'd1', 'ada', 10],
    ]);
  });

  it('puts a decision at the time it was settled, and one without a time first', () => {
    const all = list({
      records: [record({ agreed: { by: 'cyd', at: 50 } }), record({ id: 'd2', created: null })],
      decisionLog: [entry({})],
    });
    expect(all.map(({ id, by, at }) => [id, by, at])).toEqual([
      ['d2', '', null],
      ['d1', 'cyd', 50],
      ['e1', 'bo', 20],
    ]);
  });

  it('tells changes of one gesture on one threat as one, the state before its reason', () => {
    const [one, ...others] = list({
      decisionLog: [entry({ id: 'e0', field: 'why', after: 'small' }), entry({}), entry({ id: 'e2', threat: 'R~b' })],
    });
    expect(one).toMatchObject({
      threat: 'R~a',
      changes: [
        { field: 'state', before: 'open', after: 'accepted' },
        { field: 'why', before: '', after: 'small' },
      ],
    });
    expect(others).toHaveLength(1);
  });

  it('says what was taken back, leaves answers out, and passes over what cannot be read', () => {
    const all = list({
      decisionLog: [
        entry({ before: ['accepted', ''], after: null, cause: 'undo' }),
        entry({ id: 'e2', field: 'answer', threat: 'answer~a~tls', after: true }),
        entry({ id: 'e3', at: 21, after: ['wish'] }),
      ],
    });
    expect(all).toMatchObject([{ undone: true, changes: [{ before: 'accepted', after: 'open' }] }]);
  });

  it('is narrowed by kind, person and words, and turned round', () => {
    const all = list({ records: [record({})], decisionLog: [entry({})], standing: [standing] });
    const ids = (parts: Partial<Parameters<typeof filterDecisions>[1]>) =>
      filterDecisions(
        all,
        { kind: 'all', by: '', text: '', newestFirst: true, ...parts },
        ({ id }) => `Entry ${id}`,
      ).map(({ id }) => id);
    expect(ids({ kind: 'standing' })).toEqual(['s1 ended', 's1']);
    expect(ids({ by: 'bo' })).toEqual(['s1 ended', 'e1']);
    expect(ids({ text: 'ENTRY s1' })).toEqual(['s1 ended', 's1']);
    expect(ids({ newestFirst: false })).toEqual(['d1', 'e1', 's1', 's1 ended']);
  });
});
