/** Ties the results of tests to the controls they test. */

import type { AppliedControl } from '@strideboard/model';
import { caseId, caseIdsIn } from './case-id.ts';
import type { TestCase } from './read-results.ts';

/** What the results say of the controls of a model. */
export interface MatchedResults {
  /** Controls that ran, each with the state the results give it. Where one of several tests failed, it failed. */
  readonly tested: readonly AppliedControl[];
  /** Those of `tested` that were not in this state before. */
  readonly changed: readonly AppliedControl[];
  /** Names of tests that were skipped. */
  readonly skipped: readonly string[];
  /** Names of tests that name no control applied in this model. */
  readonly unmatched: readonly string[];
  /** Applied controls that no test names. */
  readonly untested: readonly AppliedControl[];
  /** Nothing in the results is about this model. */
  readonly isForeign: boolean;
}

/** Matches by the id in the test's name; `source` becomes the evidence where there is none. */
export function matchResults(
  cases: readonly TestCase[],
  applied: readonly AppliedControl[],
  source: string,
): MatchedResults {
  const byId = new Map(applied.map((place) => [caseId(place), place]));
  const states = new Map<AppliedControl, 'verified' | 'failed'>();
  const named = new Set<AppliedControl>();
  const [skipped, unmatched]: [string[], string[]] = [[], []];
  for (const { name, outcome } of cases) {
    const places = caseIdsIn(name).flatMap((id) => byId.get(id) ?? []);
    for (const place of places) named.add(place);
    if (places.length === 0) unmatched.push(name);
    else if (outcome === 'skipped') skipped.push(name);
    else for (const place of places) if (states.get(place) !== 'failed') states.set(place, STATES[outcome]);
  }
  const tested = [...states].map(([place, state]) => ({ ...place, state, evidence: place.evidence || source }));
  const before = new Map([...states].map(([place]) => [caseId(place), place]));
  return {
    tested,
    changed: tested.filter((place) => {
      const old = before.get(caseId(place));
      return old?.state !== place.state || old.evidence !== place.evidence;
    }),
    skipped,
    unmatched,
    untested: applied.filter((place) => !named.has(place)),
    isForeign: named.size === 0,
  };
}

const STATES = { passed: 'verified', failed: 'failed' } as const;
