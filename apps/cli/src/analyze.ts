/** `strideboard analyze FILE`: what can go wrong in a model. */

import { writeSarif } from '@strideboard/formats';
import { type FindingSeverity, isOpenThreat, severityRank } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { explainThreat } from './explain-threat.ts';
import { type Judged, judge } from './judge.ts';
import { type FileOptions, openFiles } from './open-files.ts';
import { openPacks, tellMissingPacks } from './open-packs.ts';
import type { SpokenPacks } from './speak-as-asked.ts';
import type { Outcome, Terminal } from './terminal.ts';
import { tellProblems } from './tell-problems.ts';
import { threatJson } from './threat-json.ts';
import { threatTable } from './threat-table.ts';

/** Ways to print an analysis. */
export const ANALYSIS_FORMATS = ['table', 'json', 'sarif'] as const;
/** One of {@link ANALYSIS_FORMATS}. */
type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];

/** What to analyse and how to print it. */
export interface AnalyzeOptions extends FileOptions {
  readonly format: AnalysisFormat;
  /** Ends with `threats-open` when a threat of this severity or worse is open; `null` = never. */
  readonly failOn: FindingSeverity | null;
  /** Id of the one threat to explain instead; `null` = all are listed. */
  readonly explain: string | null;
  /** Paths of packs to judge by, besides the built-in one. */
  readonly packs: readonly string[];
  readonly speech: SpokenPacks;
}

/** Prints the threats of a file, or of Kubernetes YAML, on standard output. */
export function analyze(options: AnalyzeOptions, terminal: Terminal, words: Words): Outcome {
  const { format, failOn, explain } = options;
  const opened = openFiles(options, terminal, words);
  if (opened === null) return 'bad-input';
  const packs = openPacks({ paths: options.packs, inside: opened.pack, speech: options.speech }, terminal, words);
  if (packs === null) return 'bad-input';
  const absent = tellMissingPacks(opened.model, packs, terminal, words);
  const judged = judge(opened, words, packs.parts, { today: terminal.today?.(), absent });
  if (judged === null) {
    terminal.stderr(words.cli.packBroken);
    return 'bad-input';
  }
  tellProblems(judged, terminal);
  if (explain !== null) {
    const text = explainThreat(judged, explain);
    if (text === null) {
      terminal.stderr(say(words.cli.analyze.noThreat, { id: explain }));
      return 'bad-input';
    }
    terminal.stdout(text);
  } else {
    const { modelFile } = opened;
    terminal.stdout(printed(modelFile === null ? judged : { ...judged, modelUri: modelFile }, format));
  }
  return failOn === null ? 'done' : gate(judged, failOn, terminal);
}

function printed(judged: Judged, format: AnalysisFormat): string {
  if (format === 'table') return threatTable(judged);
  return format === 'json' ? threatJson(judged) : writeSarif(judged).text;
}

/** Says on standard error how many stop it. */
function gate({ threats, words }: Judged, failOn: FindingSeverity, terminal: Terminal): Outcome {
  const count = threats.filter(
    (threat) => isOpenThreat(threat) && severityRank(threat.severity) <= severityRank(failOn),
  ).length;
  if (count === 0) return 'done';
  terminal.stderr(say(words.cli.analyze.failed, { count, severity: words.common.severities[failOn] }));
  return 'threats-open';
}
