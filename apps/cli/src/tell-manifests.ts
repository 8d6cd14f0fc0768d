/** Says on the error stream what was read from Kubernetes YAML, what was not, and what the files leave open. */

import type { IgnoredObject, ManifestNote, ManifestProblem, ManifestReport } from '@strideboard/manifests';
import { say, type Words } from '@strideboard/words';
import { printable, type Terminal } from './terminal.ts';

/** Most lines about problems, and about notes: what comes after is counted. */
const SHOWN = 20;

/** Tells the whole report: problems first, then what is open, then what was left out, by kind. */
export function tellManifests(report: ManifestReport, terminal: Terminal, words: Words): void {
  const { manifests, cli } = words;
  const tell = (lines: readonly string[]): void => {
    for (const line of lines.slice(0, SHOWN)) terminal.stderr(printable(line));
    if (lines.length > SHOWN) terminal.stderr(say(cli.moreLosses, { count: lines.length - SHOWN }));
  };
  tell(report.problems.map((problem) => problemLine(problem, words)));
  tell(report.notes.map((note) => noteLine(note, words)));
  const left = countByKind(report.ignored).map(({ kind, reason, count }) =>
    say(manifests.ignored[reason], { kind, count }),
  );
  if (left.length > 0) tell([say(manifests.read, { count: report.read.length }), ...left]);
}

function problemLine(problem: ManifestProblem, words: Words): string {
  const { code, file, line, object, path, found, expected } = problem;
  const text = say(words.manifests.problems[code], { found, expected });
  return [`${file}:${line}`, [object, path].filter((part) => part !== '').join(' '), text]
    .filter((part) => part !== '')
    .join(': ');
}

function noteLine(note: ManifestNote, words: Words): string {
  const { notes } = words.manifests;
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
