/** The threats as JSON for programs; described in docs/command-line.md. */

import { countThreats, createFactTexts, listExcluded } from '@strideboard/formats';
import { coverStride } from '@strideboard/stride';
import type { Judged } from './judge.ts';

/** Prints the analysis. Equal models give equal bytes. Ends with a newline. */
export function threatJson(judged: Judged): string {
  const { model, pack, analysis, threats, vanished, causes, standing, questions, words } = judged;
  const factText = createFactTexts(model, pack, words);
  const result = {
    title: model.meta.title,
    counts: countThreats(threats),
    questions: questions.length,
    threats: threats.map(({ finding, severity, state, decision, confirmAgain, broken, standing: inherited }) => ({
      id: finding.id,
      rule: finding.rule,
      severity,
      state,
      confirmAgain,
      brokenAssumptions: broken,
      outOfScope: finding.outOfScope,
      letters: finding.letters,
      title: finding.title,
      subjects: finding.subjects,
      why: finding.why,
      because: finding.because.map((fact) => ({ text: factText(fact), ...fact })),
      controls: finding.controls,
      basis: finding.basis,
      decision,
      standing: inherited?.id ?? null,
    })),
    coverage: coverStride(judged, threats).counts,
    excluded: listExcluded(judged),
    notConsidered: judged.exclusions.map(({ title, reason }) => ({ title, reason })),
    standing: standing.map(({ decision, phase, threats: inherit }) => ({ ...decision, phase, threats: inherit })),
    vanished: vanished.map(({ id, decision }) => ({ id, state: decision.state, cause: causes.get(id) ?? null })),
    problems: analysis.problems,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
