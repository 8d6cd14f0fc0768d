import {
  type Analysis,
  analyse,
  compileJudgement,
  countGroups,
  groupThreats,
  isOpenThreat,
  joinDecisions,
  severityRank,
} from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { board } from './board.ts';
import { judgement } from './judgement.ts';
import { templateList } from './templates.ts';

const compiled = compileJudgement(board, judgement);
const judge = (model: Parameters<typeof analyse>[0]): Analysis => {
  if (!compiled.ok) throw new Error('the judgement does not compile');
  return analyse(model, compiled.judgement);
};
const groupsOf = (analysis: Analysis) => groupThreats(joinDecisions(analysis.findings, {}).threats);
/** What a list shows before anybody scrolls. */
const FIRST_SCREEN = 10;

describe.each(templateList.map(({ id, load }) => ({ id, load })))('the list of the template $id', ({ load }) => {
  it('has at most thirty rows, and at most four about any flow', async () => {
    const model = await load();
    const analysis = judge(model);
    expect(countGroups(groupsOf(analysis)).rows).toBeLessThanOrEqual(30);
    const perFlow = model.flows.map(
      ({ id }) =>
        groupThreats(joinDecisions(analysis.findings, {}).threats.filter(({ finding }) => finding.subjects[0] === id))
          .length,
    );
    expect(Math.max(0, ...perFlow)).toBeLessThanOrEqual(4);
  });

  it('begins with the most dangerous: every critical threat is on the first screen, and posture is not', async () => {
    const groups = groupsOf(judge(await load()));
    const first = groups.slice(0, FIRST_SCREEN);
    const critical = groups.filter(({ threats }) => threats.some(({ severity }) => severity === 'critical'));
    expect(first).toEqual(expect.arrayContaining(critical));
    expect(first.filter(({ kind }) => kind === 'posture')).toEqual([]);
    const ranks = groups.map(({ threats }) => severityRank(threats[0].severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(groups.every(({ threats }) => threats.some(isOpenThreat))).toBe(true);
  });

  it('tells the posture of a workload in one row a standard, whatever the number of its checks', async () => {
    const analysis = judge(await load());
    const posture = groupsOf(analysis).filter(({ kind }) => kind === 'posture');
    const keys = posture.map(({ subject, threats: [{ finding }] }) => `${finding.group?.id} ${subject}`);
    expect(new Set(keys).size).toBe(posture.length);
    const told = posture.flatMap(({ threats }) => threats).length;
    expect(told).toBe(analysis.findings.filter(({ severity }) => severity === 'low').length);
  });
});

describe('rows of the pack', () => {
  it('put every low rule about workloads into a group of its family', () => {
    const groups = new Set(judgement.families.flatMap((family) => (family.groups ?? []).map(({ id }) => id)));
    expect([...groups].sort()).toEqual(['hardening', 'pss-restricted']);
    const loose = judgement.rules.filter(({ severity, group }) => severity === 'low' && !groups.has(group ?? ''));
    expect(loose.map(({ id }) => id)).toEqual([]);
  });
});
