/** The report in sentences: what could not be used, what the files leave open, what was left out. */

import { say, type Words } from '@strideboard/words';
import type { IgnoredObject, ManifestNote, ManifestProblem, ManifestReport } from './report.ts';

/** One sentence for each thing; what was left out is counted by kind. */
export interface ManifestTexts {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly ignored: readonly string[];
}

/** Words a report. */
export const manifestTexts = (report: ManifestReport, words: Words['manifests']): ManifestTexts => ({
  problems: report.problems.map((problem) => problemText(problem, words)),
  notes: report.notes.map((note) => noteText(note, words)),
  ignored: countByKind(report.ignored).map(({ kind, reason, count }) => say(words.ignored[reason], { kind, count })),
});

function problemText({ code, file, line, object, path, found, expected }: ManifestProblem, words: Words['manifests']) {
  const text = say(words.problems[code], { found, expected });
  const subject = [object, path].filter((part) => part !== '').join(' ');
  return [`${file}:${line}`, subject, text].filter((part) => part !== '').join(': ');
}

function noteText(note: ManifestNote, { notes }: Words['manifests']): string {
  switch (note.code) {
    case 'namespace-open':
      return say(notes[note.code], { count: note.count, namespaces: note.namespaces.join(', ') });
    case 'role-missing':
      return say(notes[note.code], { role: note.role, binding: note.binding });
    case 'subject-not-drawn':
      return say(notes[note.code], { subject: note.subject, binding: note.binding });
  }
}

/** Objects left out by reason and kind, in the order they were met. */
function countByKind(
  ignored: readonly IgnoredObject[],
): readonly (Pick<IgnoredObject, 'kind' | 'reason'> & { readonly count: number })[] {
  const counts = new Map<string, Pick<IgnoredObject, 'kind' | 'reason'> & { readonly count: number }>();
  for (const { kind, reason } of ignored) {
    const key = `${reason} ${kind}`;
    counts.set(key, { kind, reason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
