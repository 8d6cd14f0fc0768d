/** The built-in Kubernetes pack, and packs on top of it, over one model: the same engine, rules and order as on the board. */

import type { ExportInput } from '@strideboard/formats';
import type { Model } from '@strideboard/model';
import type { PackBase } from '@strideboard/packs';
import { type Analysis, analyse, compileJudgement, createScope, joinDecisions } from '@strideboard/stride';
import type { Words } from '@strideboard/words';
import { builtInPack } from './builtin-pack.ts';

/** A model with everything that was judged and decided about it. */
export interface Judged extends ExportInput {
  readonly analysis: Analysis;
}

/** What is judged: a model and the decisions to join, its own where no others are given. */
interface Judgeable {
  readonly model: Model;
  readonly decisions?: Model['decisions'];
}

/**
 * Judges the model; `null` when the rules themselves are broken, which a build prevents. `today`, ISO 8601, ends standing decisions whose time
 * is over; '' ends none.
 */
export function judge(
  { model, decisions = model.decisions }: Judgeable,
  words: Words,
  { board, judgement }: PackBase = builtInPack,
  today = '',
): Judged | null {
  const compiled = compileJudgement(board, judgement);
  if (!compiled.ok) return null;
  const analysis = analyse(model, compiled.judgement);
  const standing = { decisions: model.standing, today, isWithin: createScope(model) };
  const { threats, vanished } = joinDecisions(analysis.findings, decisions, { standing });
  return {
    model,
    pack: compiled.judgement.index,
    analysis,
    threats,
    vanished,
    questions: analysis.questions,
    controls: Object.fromEntries(judgement.controls.map(({ id, label }) => [id, label])),
    words,
  };
}
