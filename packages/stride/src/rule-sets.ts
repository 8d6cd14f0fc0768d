/** Sets of rules that wait for the same thing. */

import { compareText } from '@strideboard/model';
import { severityRank, type WaitingRule } from './finding.ts';

/** Rules that wait for the same: there are few such sets, and thousands of questions share each. */
export interface RuleSet {
  /** Worst first. */
  readonly rules: readonly WaitingRule[];
  with(rule: WaitingRule): RuleSet;
  without(rule: WaitingRule): RuleSet;
}

/** The empty set; all others are reached from it, and equal ones are the same object. */
export function createRuleSets(): RuleSet {
  const known = new Map<string, RuleSet>();
  const setOf = (rules: readonly WaitingRule[]): RuleSet => {
    const key = rules.map(({ id }) => id).join('|');
    let set = known.get(key);
    if (set === undefined) {
      set = ruleSet(rules);
      known.set(key, set);
    }
    return set;
  };
  const ruleSet = (rules: readonly WaitingRule[]): RuleSet => {
    const [more, fewer] = [new Map<WaitingRule, RuleSet>(), new Map<WaitingRule, RuleSet>()];
    const step = (steps: Map<WaitingRule, RuleSet>, rule: WaitingRule, to: () => readonly WaitingRule[]): RuleSet => {
      let set = steps.get(rule);
      if (set === undefined) {
        set = setOf(to());
        steps.set(rule, set);
      }
      return set;
    };
    return {
      rules,
      with: (rule) => step(more, rule, () => [...rules, rule].sort(worstFirst)),
      without: (rule) => step(fewer, rule, () => rules.filter((one) => one !== rule)),
    };
  };
  return setOf([]);
}

const worstFirst = (a: WaitingRule, b: WaitingRule): number =>
  severityRank(a.severity) - severityRank(b.severity) || compareText(a.id, b.id);
