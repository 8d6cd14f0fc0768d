/** Says on standard error what in a model the rules could not use: named, never skipped in silence. */

import { labelOf } from '@strideboard/stride';
import { say } from '@strideboard/words';
import type { Judged } from './judge.ts';
import { printable, type Terminal } from './terminal.ts';

/** At most this many are named. */
const SHOWN = 20;

/** Tells nothing where everything could be used. */
export function tellProblems({ model, pack, analysis, words }: Judged, terminal: Terminal): void {
  const { problems } = analysis;
  if (problems.length === 0) return;
  const { modelProblems, moreLosses } = words.cli;
  const subjects = new Map<string, Judged['model']['elements'][number] | Judged['model']['flows'][number]>(
    [...model.elements, ...model.flows].map((subject) => [subject.id, subject]),
  );
  terminal.stderr(say(modelProblems.head, { count: problems.length }));
  for (const { code, subject, property, found } of problems.slice(0, SHOWN)) {
    const known = subject === null ? undefined : subjects.get(subject);
    const where = known === undefined ? words.cli.wholeModel : `${labelOf(known, pack)} (${known.id})`;
    terminal.stderr(printable(say(modelProblems.items[code], { where, property: property ?? '', found })));
  }
  if (problems.length > SHOWN) terminal.stderr(say(moreLosses, { count: problems.length - SHOWN }));
}
