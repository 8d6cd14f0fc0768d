/** The built-in judgement with the packs of a board on top; packs that cannot be used are left out together, and it is said why. */
import { mergePacks, type PackBase, type PackProblem, type PackTranslation, translateParts } from '@strideboard/packs';
import { type CompileResult, compileJudgement } from '@strideboard/stride';
import { namesOf } from './judgement-names.ts';
import type { JudgementNames } from './protocol.ts';

/** What a model is judged by. */
export interface Judging {
  readonly compiled: CompileResult;
  readonly names: JudgementNames;
  /** Why the added packs are left out; empty when they are not. */
  readonly leftOut: readonly PackProblem[];
}

/** Judges by a base, which is compiled once in each language, or by the base and more. The translation is that of the base. */
export function createJudging(
  written: PackBase,
): (additions: readonly PackBase[], translation?: PackTranslation | null) => Judging {
  /** The base as it was said last: the language is mostly known before anything is judged. */
  let spoken: {
    readonly translation: PackTranslation | null;
    readonly base: PackBase;
    readonly alone: Judging;
  } | null = null;
  const speak = (translation: PackTranslation | null): NonNullable<typeof spoken> => {
    const base = translateParts(written, translation);
    const compiled = compileJudgement(base.board, base.judgement);
    return { translation, base, alone: { compiled, names: namesOf(base.judgement), leftOut: [] } };
  };
  return (additions, translation = null) => {
    if (spoken?.translation !== translation) spoken = speak(translation);
    const { base, alone } = spoken;
    const without = (leftOut: readonly PackProblem[]): Judging => ({ ...alone, leftOut });
    if (additions.length === 0) return without([]);
    const merged = mergePacks(base, additions);
    if (!merged.ok) return without(merged.problems);
    const compiled = compileJudgement(merged.board, merged.judgement);
    return compiled.ok ? { compiled, names: namesOf(merged.judgement), leftOut: [] } : without(compiled.problems);
  };
}
