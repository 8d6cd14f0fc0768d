import { elementId, type ThreatId, threatId } from '@strideboard/model';
import { buildModel, createPeers, createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const threat = threatId('WL-001', [elementId('pod')]);

function board() {
  const [ada] = createPeers(createRandom(1), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  ada.commands.importFirst(buildModel({ elements: [{ id: 'pod' }] }));
  const decision = () => {
    ada.document.flush();
    return ada.document.model().decisions[threat];
  };
  const log = () =>
    [...ada.doc.getMap<readonly unknown[]>('decisionLog').values()].sort((a, b) => Number(a[4]) - Number(b[4]));
  return { ...ada, decision, log };
}

describe('decide', () => {
  it('stores state, basis, author and time together, and other fields apart', () => {
    const { commands, decision } = board();
    commands.decide({
      threats: [threat],
      state: 'accepted',
      basis: { [threat]: 'f1' },
      fields: { why: 'small', impact: 2, tags: ['x'] },
    });
    expect(decision()).toMatchObject({
      state: 'accepted',
      basis: 'f1',
      by: 'ada',
      fields: { why: 'small', impact: 2, tags: ['x'] },
    });
    commands.decide({ threats: [threat], fields: { why: null } });
    expect(decision()?.fields).toEqual({ impact: 2, tags: ['x'] });
  });

  it('logs every change in the same transaction, and undo and redo too', () => {
    const { commands, history, updates, decision, log } = board();
    commands.decide({ threats: [threat], fields: { owner: 'team a' } });
    const sent = updates.length;
    commands.decide({ threats: [threat], fields: { owner: 'team b' } });
    expect(updates.length - sent).toBe(1);
    history.undo();
    expect(decision()?.fields.owner).toBe('team a');
    history.redo();
    expect(log().map(([id, field, before, after, , cause]) => [id, field, before, after, cause])).toEqual([
      [threat, 'owner', null, 'team a', 'decide'],
      [threat, 'owner', 'team a', 'team b', 'decide'],
      [threat, 'owner', 'team b', 'team a', 'undo'],
      [threat, 'owner', 'team a', 'team b', 'redo'],
    ]);
  });

  it('takes the same state on the same facts for no new decision, and on new facts for a confirmation', () => {
    const { commands, decision, log } = board();
    commands.decide({ threats: [threat], state: 'mitigated', basis: { [threat]: 'f1' } });
    const first = decision();
    commands.decide({ threats: [threat], state: 'mitigated', basis: { [threat]: 'f1' } });
    expect(decision()).toBe(first);
    commands.decide({ threats: [threat], state: 'mitigated', basis: { [threat]: 'f2' } });
    expect(decision()?.basis).toBe('f2');
    expect(log()).toHaveLength(2);
  });

  it.each([
    ['a score out of range', { threats: [threat], fields: { impact: 6 } }, 'value-unreadable'],
    ['a long reason', { threats: [threat], fields: { why: 'x'.repeat(4001) } }, 'text-too-long'],
    ['a threat id with a separator', { threats: ['a|b' as ThreatId], state: 'open' as const }, 'unknown-id'], // malformed on purpose
    ['nothing', { threats: [] }, 'nothing-given'],
  ])('refuses %s', (_, args, code) => {
    const { commands, updates } = board();
    const sent = updates.length;
    expect(commands.decide(args)).toMatchObject({ ok: false, problem: { code } });
    expect(updates.length).toBe(sent);
  });
});

describe('decideEach', () => {
  const other = threatId('WL-002', [elementId('pod')]);

  it('decides differently on several threats in one update and one step of undo, with each change in the log', () => {
    const { commands, document, history, updates, log } = board();
    const sent = updates.length;
    const result = commands.decideEach({
      decisions: [
        {
          threats: [threat, other],
          state: 'accepted',
          basis: { [threat]: 'f1', [other]: 'f2' },
          fields: { why: 'both' },
        },
        { threats: [threat], fields: { tags: ['a', 'b'] } },
        { threats: [other], fields: { tags: ['b'], impact: 2 } },
      ],
    });
    expect(result).toEqual({ ok: true, ids: [threat, other] });
    expect(updates.length - sent).toBe(1);
    document.flush();
    expect(document.model().decisions).toMatchObject({
      [threat]: { state: 'accepted', basis: 'f1', fields: { why: 'both', tags: ['a', 'b'] } },
      [other]: { state: 'accepted', basis: 'f2', fields: { why: 'both', tags: ['b'], impact: 2 } },
    });
    expect(log()).toHaveLength(7);
    expect(history.undoName).toEqual({ command: 'decideEach', count: 2 });
    history.undo();
    document.flush();
    expect(document.model().decisions).toEqual({});
    history.redo();
    document.flush();
    expect(document.model().decisions[other]?.fields.impact).toBe(2);
  });

  it('logs what a threat is given twice once, as it ends', () => {
    const { commands, decision, log } = board();
    commands.decideEach({
      decisions: [
        { threats: [threat], fields: { owner: 'team a' } },
        { threats: [threat], fields: { owner: 'team b' } },
      ],
    });
    expect(decision()?.fields.owner).toBe('team b');
    expect(log().map(([, field, before, after]) => [field, before, after])).toEqual([['owner', null, 'team b']]);
  });

  it.each([
    ['nothing', [], 'nothing-given'],
    [
      'all of them where one is malformed',
      [
        { threats: [threat], fields: { owner: 'team a' } },
        { threats: [other], fields: { impact: 6 } },
      ],
      'value-unreadable',
    ],
  ])('refuses %s', (_, decisions, code) => {
    const { commands, updates } = board();
    const sent = updates.length;
    expect(commands.decideEach({ decisions })).toMatchObject({ ok: false, problem: { code } });
    expect(updates.length).toBe(sent);
  });
});

describe('decisions and broken assumptions', () => {
  const twice = (between: (commands: ReturnType<typeof board>['commands'], record: string) => void) => {
    const { commands, decision, log } = board();
    const added = commands.addRecord({ kind: 'assumption', title: 'a', about: [threat] });
    if (!added.ok) throw new Error('refused');
    commands.decide({ threats: [threat], state: 'accepted' });
    const first = decision();
    between(commands, added.ids[0] ?? '');
    commands.decide({ threats: [threat], state: 'accepted' });
    return { first, second: decision(), entries: log().length };
  };

  it('the same state is a new decision once an assumption broke in between', () => {
    const { first, second, entries } = twice((commands, id) => commands.editRecord({ id, state: 'broken' }));
    expect(second?.state).toBe('accepted');
    expect(second?.at).toBeGreaterThan(first?.at ?? 0);
    expect(entries).toBe(2);
  });

  it('the same state is no new decision while the assumption holds', () => {
    const { first, second, entries } = twice((commands, id) => commands.editRecord({ id, state: 'holds' }));
    expect(second).toEqual(first);
    expect(entries).toBe(1);
  });
});
