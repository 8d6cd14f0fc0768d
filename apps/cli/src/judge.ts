/** The built-in Kubernetes pack, and packs on top of it, over one model: the same engine, rules and order as on the board. */

import type { ExportInput } from '@strideboard/formats';
import type { Model } from '@strideboard/model';
import type { JudgementPart, PackBase, TreePart } from '@strideboard/packs';
import {
  type Analysis,
  analyse,
  compileJudgement,
  createScope,
  explainVanished,
  joinDecisions,
  listTreeResults,
} from '@strideboard/stride';
import type { Words } from '@strideboard/words';
import { builtInPack } from './builtin-pack.ts';

/** A model with everything that was judged and decided about it. */
export interface Judged extends ExportInput {
  readonly analysis: Analysis;
}

/** What stands beside the model and its packs. */
interface JudgeOptions {
  /** ISO 8601; ends standing decisions whose time is over. '' ends none. */
  readonly today?: string | undefined;
  /** Ids of packs that the model names and that are not at hand. */
  readonly absent?: readonly string[];
}

/** What is judged: a model and the decisions to join, its own where no others are given. */
interface Judgeable {
  readonly model: Model;
  readonly decisions?: Model['decisions'];
}

/** Decisions about rules of a pack that is not there: whether their threats arise nobody can say. Rule ids begin with the pack's and a colon. */
const isAbsent = (rule: string, absent: readonly string[]): boolean => absent.some((id) => rule.startsWith(`${id}:`));

const NO_TREES: TreePart = { trees: [], subtrees: [] };

const judgedRules = ({ rules }: JudgementPart): ReadonlySet<string> =>
  new Set(rules.filter(({ severity }) => severity !== 'prompt').map(({ id }) => id));

/**
 * Judges the model; `null` when the rules themselves are broken, which a build prevents.
 */
export function judge(
  { model, decisions = model.decisions }: Judgeable,
  words: Words,
  { board, judgement, trees = NO_TREES }: PackBase = builtInPack,
  { today = '', absent = [] }: JudgeOptions = {},
): Judged | null {
  const compiled = compileJudgement(board, judgement);
  if (!compiled.ok) return null;
  const analysis = analyse(model, compiled.judgement);
  const standing = { decisions: model.standing, today, isWithin: createScope(model) };
  const joined = joinDecisions(analysis.findings, decisions, { standing, assumed: model });
  const vanished = joined.vanished.filter(({ rule }) => !isAbsent(rule, absent));
  return {
    model,
    pack: compiled.judgement.index,
    analysis,
    threats: joined.threats,
    vanished,
    standing: joined.standing,
    causes: explainVanished(vanished, model, compiled.judgement),
    questions: analysis.questions,
    prompts: analysis.prompts,
    elsewhere: analysis.elsewhere,
    trees: listTreeResults({ model, trees, threats: joined.threats, analysis, rules: judgedRules(judgement) }),
    exclusions: judgement.exclusions,
    controls: Object.fromEntries(judgement.controls.map(({ id, label }) => [id, label])),
    catalogue: judgement.controls,
    words,
  };
}
