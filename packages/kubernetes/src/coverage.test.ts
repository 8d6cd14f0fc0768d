import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import { judgement } from './judgement.ts';

const threats = coverage.flatMap((source) => source.threats);
const sourceOf = (id: string) => coverage.find((source) => source.id === id)?.threats ?? [];
const counted = judgement.rules.filter((rule) => rule.prompt !== true);

describe('the coverage of the Kubernetes pack', () => {
  it('covers each named threat by rules or leaves it out by name', () => {
    const loose = threats.filter(
      ({ rules, threatClass, excluded }) =>
        (rules.length > 0 || threatClass !== undefined) === (excluded !== undefined),
    );
    expect(loose.map(({ id }) => id)).toEqual([]);
    expect(threats.length).toBeGreaterThan(150);
  });

  it('names each threat of a source once', () => {
    for (const source of coverage) {
      const ids = source.threats.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('takes in every technique of the threat matrix, and only rules that refer to it', () => {
    const referring = new Map<string, Set<string>>();
    for (const rule of judgement.rules) {
      for (const { key, id } of rule.references) {
        // Its mitigations (MS-M…) are referred to as well; they are no threats.
        if (key !== 'mstm' || !id.startsWith('MS-TA')) continue;
        referring.set(id, (referring.get(id) ?? new Set()).add(rule.id));
      }
    }
    const matrix = sourceOf('mstm');
    expect(matrix).toHaveLength(40);
    expect(new Map(matrix.map(({ id, rules }) => [id, new Set(rules)]))).toEqual(referring);
  });

  it('takes in the ten threats of the community threat model and what its review added', () => {
    const ids = sourceOf('community-threat-model').map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('threat-'))).toHaveLength(10);
    expect(ids.filter((id) => id.startsWith('comments-'))).toHaveLength(7);
  });

  it('covers each class of attack by many counted rules', () => {
    expect(sourceOf('threat-classes').map(({ threatClass }) => threatClass)).toEqual(
      judgement.method.threatClasses.map(({ id }) => id),
    );
    for (const { id } of judgement.method.threatClasses) {
      expect(counted.filter((rule) => rule.threatClass.includes(id)).length).toBeGreaterThan(10);
    }
  });

  it('uses no prompt as cover: a question to think about finds nothing', () => {
    const prompts = new Set(judgement.rules.filter((rule) => rule.prompt === true).map(({ id }) => id));
    expect(threats.filter(({ rules }) => rules.some((rule) => prompts.has(rule))).map(({ id }) => id)).toEqual([]);
  });

  it('says of every exclusion why, in a sentence for people', () => {
    const odd = judgement.exclusions.filter(({ reason }) => reason.length < 60 || !reason.endsWith('.'));
    expect(odd.map(({ id }) => id)).toEqual([]);
    expect(judgement.exclusions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['side-channels', 'hardware', 'application-flaws']),
    );
  });
});
