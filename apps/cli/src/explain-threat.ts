/** One threat in full: what made it true, what is still unknown about its subject, what helps, where the claim comes from. */

import { createFactTexts } from '@strideboard/formats';
import { say } from '@strideboard/words';
import type { Judged } from './judge.ts';
import { printable } from './terminal.ts';

/** Prints the threat with this id; `null` when the model has none. Ends with a newline. */
export function explainThreat({ model, pack, threats, questions, controls, words }: Judged, id: string): string | null {
  const threat = threats.find(({ finding }) => finding.id === id);
  if (threat === undefined) return null;
  const { finding, severity, state, decision } = threat;
  const { explained } = words.cli;
  const factText = createFactTexts(model, pack, words);
  const why = threat.standing === null ? decision?.fields.why : threat.standing.why;
  const titleOf = new Map(model.records.map(({ id: of, title }) => [of, title]));
  const asked = questions.filter(({ subject }) => finding.subjects.includes(subject));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [explained.because, finding.because.map(factText)],
    [explained.unknown, asked.map(({ definition }) => definition.question ?? definition.label)],
    [
      explained.controls,
      finding.controls.map((control) =>
        `${control} ${Object.hasOwn(controls, control) ? (controls[control] ?? '') : ''}`.trim(),
      ),
    ],
    [
      explained.sources,
      finding.references.map(
        ({ key, id: of, checked }) =>
          `${of === '' ? key : `${key} ${of}`}${checked ? '' : ` (${explained.unreviewed})`}`,
      ),
    ],
  ];
  const lines = [
    finding.title,
    `${finding.id} · ${words.common.severities[severity]} · ${finding.letters.map((letter) => words.common.letters[letter]).join(', ')}`,
    finding.why,
    say(explained.state, { state: words.common.states[state] }) +
      (typeof why === 'string' && why !== '' ? ` — ${why}` : ''),
    ...(threat.confirmAgain ? [explained.confirmAgain] : []),
    ...threat.broken.map((record) => say(explained.broken, { title: titleOf.get(record) ?? record })),
    ...sections.flatMap(([heading, items]) =>
      items.length === 0 ? [] : ['', heading, ...items.map((item) => `  - ${item}`)],
    ),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
