/** `strideboard analyze FILE`: what can go wrong in a model. */

import type { Words } from '@strideboard/words';
import { judge } from './judge.ts';
import { openModel } from './open-model.ts';
import type { Outcome, Terminal } from './terminal.ts';
import { threatJson } from './threat-json.ts';
import { threatTable } from './threat-table.ts';

/** Ways to print an analysis. */
export const ANALYSIS_FORMATS = ['table', 'json'] as const;
/** One of {@link ANALYSIS_FORMATS}. */
type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];

/** What to analyse and how to print it. */
export interface AnalyzeOptions {
  readonly file: string;
  readonly format: AnalysisFormat;
}

/** Prints the threats of a file on standard output. */
export function analyze({ file, format }: AnalyzeOptions, terminal: Terminal, words: Words): Outcome {
  const model = openModel(file, terminal, words);
  if (model === null) return 'bad-input';
  const judged = judge(model, words);
  if (judged === null) {
    terminal.stderr(words.cli.packBroken);
    return 'bad-input';
  }
  terminal.stdout(format === 'json' ? threatJson(judged) : threatTable(judged));
  return 'done';
}
