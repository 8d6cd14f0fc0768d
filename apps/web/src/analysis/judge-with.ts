/** The built-in judgement with the packs of a board on top; packs that cannot be used are left out together, and it is said why. */
import { mergePacks, type PackBase, type PackProblem } from '@strideboard/packs';
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

/** Judges by a base, which is compiled once, or by the base and more. */
export function createJudging(base: PackBase): (additions: readonly PackBase[]) => Judging {
  const alone = compileJudgement(base.board, base.judgement);
  const without = (leftOut: readonly PackProblem[]): Judging => ({
    compiled: alone,
    names: namesOf(base.judgement),
    leftOut,
  });
  return (additions) => {
    if (additions.length === 0) return without([]);
    const merged = mergePacks(base, additions);
    if (!merged.ok) return without(merged.problems);
    const compiled = compileJudgement(merged.board, merged.judgement);
    return compiled.ok ? { compiled, names: namesOf(merged.judgement), leftOut: [] } : without(compiled.problems);
  };
}
