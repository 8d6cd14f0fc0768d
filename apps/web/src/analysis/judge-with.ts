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
  let said: PackTranslation | null = null;
  let base = written;
  let alone = compileJudgement(base.board, base.judgement);
  const without = (leftOut: readonly PackProblem[]): Judging => ({
    compiled: alone,
    names: namesOf(base.judgement),
    leftOut,
  });
  return (additions, translation = null) => {
    if (translation !== said) {
      said = translation;
      base = translateParts(written, translation);
      alone = compileJudgement(base.board, base.judgement);
    }
    if (additions.length === 0) return without([]);
    const merged = mergePacks(base, additions);
    if (!merged.ok) return without(merged.problems);
    const compiled = compileJudgement(merged.board, merged.judgement);
    return compiled.ok ? { compiled, names: namesOf(merged.judgement), leftOut: [] } : without(compiled.problems);
  };
}
