import { describe, expect, it } from 'vitest';
import { compileJudgement, runExamples } from '@strideboard/stride';
import { board } from './board.ts';
import { judgement } from './judgement.ts';

const compiled = compileJudgement(board, judgement);
const counted = judgement.rules.filter((rule) => rule.prompt !== true);
const ruleById = new Map(judgement.rules.map((rule) => [rule.id, rule]));

describe('the judgement part of the Kubernetes pack', () => {
  it('has a condition in every rule that can be read', () => {
    expect(compiled.ok ? [] : compiled.problems).toEqual([]);
  });

  it('fires on the smallest diagram of every rule and stays quiet on the nearest one', () => {
    if (!compiled.ok) throw new Error('the judgement does not compile');
    const report = runExamples(compiled.judgement);
    expect(report.failures).toEqual([]);
    expect(report.withoutFiring).toEqual([]);
    expect(report.withoutQuiet).toEqual([]);
    expect(report.run).toBe(counted.flatMap(({ examples }) => examples).length);
    expect(counted.filter(({ examples }) => examples.length < 2)).toEqual([]);
  });

  it('judges in all thirteen families', () => {
    const families = new Set(judgement.rules.map((rule) => rule.family));
    expect(families).toEqual(new Set(['G', 'WL', 'ID', 'CP', 'NW', 'ZT', 'ISO', 'ST', 'SC', 'CL', 'OB', 'FL', 'TC']));
    expect(counted.length).toBeGreaterThan(180);
  });

  it('asks about threat classes without ever counting them', () => {
    const prompts = judgement.rules.filter((rule) => rule.prompt === true);
    expect(prompts.map(({ id }) => id)).toEqual(['TC-1', 'TC-2', 'TC-3', 'TC-4']);
    expect(prompts.every(({ severity }) => severity === 'prompt')).toBe(true);
  });

  it('gives every counted rule an attacker action, a threat class, a likelihood and an impact', () => {
    const incomplete = counted.filter(
      ({ category, likelihood, impact, threatClass }) =>
        category === undefined || likelihood === undefined || impact === undefined || threatClass.length === 0,
    );
    expect(incomplete.map(({ id }) => id)).toEqual([]);
  });

  it('suggests an impact that agrees with the severity', () => {
    const range = { critical: [5, 5], high: [4, 5], medium: [2, 5], low: [2, 3], prompt: [1, 5] } as const;
    const odd = counted.filter(
      ({ severity, impact = 0 }) => impact < range[severity][0] || impact > range[severity][1],
    );
    expect(odd.map(({ id, severity, impact }) => `${id} ${severity} ${impact}`)).toEqual([]);
  });

  it('proposes controls for every counted rule, and the control names the rule back', () => {
    const mitigates = new Map(judgement.controls.map((control) => [control.id, control.mitigates]));
    const loose = counted.flatMap(({ id, controls }) =>
      controls.length === 0
        ? [id]
        : controls
            .filter((control) => mitigates.get(control)?.includes(id) !== true)
            .map((control) => `${id} ${control}`),
    );
    expect(loose).toEqual([]);
  });

  it('names a source for every rule, prompts included', () => {
    expect(judgement.rules.filter(({ references }) => references.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('marks a source id by id where only some of its ids were compared', () => {
    const ofDocs = judgement.rules.flatMap(({ references }) => references.filter(({ key }) => key === 'k8s-docs'));
    const checked = new Set(ofDocs.filter((reference) => reference.checked).map(({ id }) => id));
    expect(checked).toEqual(new Set(['rbac-good-practices', 'api-server-bypass-risks', 'pod-security-standards']));
    expect(ofDocs.find(({ id }) => id === 'multi-tenancy')?.checked).toBe(false);
  });

  it('says of every control how one can see that it works and which requirement it meets', () => {
    const vague = judgement.controls.filter(
      ({ test, compliance, mitigates }) => test === undefined || compliance.length === 0 || mitigates.length === 0,
    );
    expect(vague.map(({ id }) => id)).toEqual([]);
  });

  it('marks a reference as checked only where its ids were compared with the source', () => {
    const [privileged] = [ruleById.get('WL-001')];
    const checkedOf = (key: string) => privileged?.references.find((reference) => reference.key === key)?.checked;
    expect(checkedOf('cis-1.12')).toBe(true);
    expect(checkedOf('attack')).toBe(false);
    expect(checkedOf('cwe')).toBe(false);
  });

  it('leaves "unknown" to the logic: no condition spells it', () => {
    expect(judgement.rules.filter(({ when }) => when.includes('unknown')).map(({ id }) => id)).toEqual([]);
  });

  it('writes a title and a reason as short sentences', () => {
    const long = counted.filter(({ title, why }) => title.length > 80 || why.length > 150 || !why.endsWith('.'));
    expect(long.map(({ id }) => id)).toEqual([]);
  });
});
