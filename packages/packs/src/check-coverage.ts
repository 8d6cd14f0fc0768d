/** What can be wrong with exclusions and coverage: names that lead nowhere, threats that nothing covers and nothing excludes. */

import type { KnownNames } from './known-names.ts';
import { missing, problemAt } from './located.ts';
import type { PackSources } from './pack-sources.ts';
import type { PackProblem } from './problem.ts';

/** Every problem; empty where each named threat has a rule or an exclusion. */
export function checkCoverage({ exclusions, coverage }: PackSources, names: KnownNames): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  for (const at of exclusions) {
    at.value.references.forEach(({ key }, place) => {
      const lookup = { at, item: `exclusion ${at.value.id}`, below: ['references', place] };
      if (!names.references.has(key)) problems.push(missing(lookup, 'reference key', key));
    });
  }
  for (const at of coverage) {
    const item = `coverage ${at.value.id}`;
    const { reference, threats } = at.value;
    if (reference !== undefined && !names.references.has(reference)) {
      problems.push(missing({ at, item, below: ['reference'] }, 'reference key', reference));
    }
    threats.forEach(({ id, rules, threatClass, excluded }, place) => {
      const lookup = { at, item: `${item} ${id}`, below: ['threats', place] };
      for (const rule of rules) if (!names.rules.has(rule)) problems.push(missing(lookup, 'rule', rule));
      if (threatClass !== undefined && !names.threatClasses.has(threatClass)) {
        problems.push(missing(lookup, 'threat class', threatClass));
      }
      if (excluded !== undefined && !names.exclusions.has(excluded)) {
        problems.push(missing(lookup, 'exclusion', excluded));
      }
      const isCovered = rules.length > 0 || threatClass !== undefined;
      if (isCovered !== (excluded !== undefined)) return;
      const message = 'A threat has rules (or a threat class) that cover it, or an exclusion: one of the two.';
      problems.push(problemAt(at, { code: 'value-wrong', item: lookup.item, below: lookup.below, message }));
    });
  }
  return problems;
}
