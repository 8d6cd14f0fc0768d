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
import type { PropertyValue } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
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

  it('has all that is critical or high on the first screen, and within a severity what is likelier and graver before', async () => {
    const groups = groupsOf(judge(await load()));
    const serious = groups.filter(({ threats: [{ severity }] }) => severityRank(severity) <= severityRank('high'));
    expect(serious.length).toBeLessThanOrEqual(FIRST_SCREEN);
    const order = groups.map(({ threats: [{ severity }, ...others], threats }) => {
      const dangers = threats.map(({ finding: { likelihood = 0, impact = 0 } }) => likelihood * impact);
      return [severityRank(severity), -Math.max(...dangers), -others.length] as const;
    });
    const sorted = [...order].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    expect(order).toEqual(sorted);
  });

  it('asks few questions, each once for all it is about', async () => {
    const { questions } = judge(await load());
    expect(questions.length).toBeLessThanOrEqual(15);
    expect(new Set(questions.map(({ definition }) => definition)).size).toBeGreaterThanOrEqual(6);
    const serious = questions.filter(
      ({ rules: [rule] }) => severityRank(rule?.severity ?? 'low') <= severityRank('high'),
    );
    expect(serious.length).toBeLessThanOrEqual(5);
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

describe('a lone pod', () => {
  const pod = (properties: Readonly<Record<string, PropertyValue>> = {}) =>
    judge(buildModel({ elements: [{ id: 'p', type: 'wl.pod', properties }] }));

  it('asks about twenty things, first what decides most, and holds nothing for safe', () => {
    const { questions, findings } = pod();
    expect(findings).toEqual([]);
    expect(questions.length).toBeLessThanOrEqual(21);
    expect(questions.slice(0, 2).map(({ property }) => property)).toEqual(['clusterAdmin', 'podSecurity']);
    const waiting = new Set(questions.flatMap(({ rules }) => rules.map(({ id }) => id)));
    expect(waiting.size).toBeGreaterThan(40);
  });

  it('is asked one by one what its standard would have settled, once it meets none', () => {
    const asked = (level: string) => pod({ podSecurity: level }).questions.map(({ property }) => property);
    expect(asked('privileged')).toEqual(expect.arrayContaining(['privileged', 'hostNetwork', 'hostPaths', 'seccomp']));
    expect(asked('baseline')).toEqual(expect.arrayContaining(['runAsNonRoot', 'seccomp']));
    expect(asked('baseline')).not.toContain('privileged');
    expect(asked('restricted')).not.toContain('runAsNonRoot');
  });

  it('follows the standard that its namespace enforces, and what was said of itself before that', () => {
    const inside = (properties: Readonly<Record<string, PropertyValue>>) =>
      judge(
        buildModel({
          elements: [
            { id: 'ns', kind: 'boundary', type: 'tb.namespace', properties: { psaEnforce: 'restricted' } },
            { id: 'p', type: 'wl.pod', parent: 'ns', properties },
          ],
        }),
      );
    expect(inside({}).questions.map(({ property }) => property)).not.toContain('podSecurity');
    expect(inside({ privileged: true }).findings.map(({ id }) => id)).toContain('WL-001~p');
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
