/** Says on the error stream what was read from Kubernetes YAML, what was not, and what the files leave open. */

import { type ManifestReport, manifestTexts } from '@strideboard/manifests';
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
  const { problems, notes, ignored } = manifestTexts(report, manifests);
  tell(problems);
  tell(notes);
  if (ignored.length > 0) tell([say(manifests.read, { count: report.read.length }), ...ignored]);
}
