import { describe, expect, it } from 'vitest';
import { compileBlast, compileJudgement, runStepExamples } from '@strideboard/stride';
import { blast } from './blast.ts';
import { board } from './board.ts';
import { judgement } from './judgement.ts';

const judged = compileJudgement(board, judgement);
if (!judged.ok) throw new Error('the judgement does not compile');
const compiled = compileBlast(judged.judgement, blast);

describe('the blast part of the Kubernetes pack', () => {
  it('has conditions that can be read', () => {
    expect(compiled.ok ? [] : compiled.problems).toEqual([]);
  });

  it('opens on the smallest diagram of every step and stays shut on the nearest one', () => {
    if (!compiled.ok) throw new Error('the steps do not compile');
    const report = runStepExamples(compiled.blast);
    expect(report.failures).toEqual([]);
    expect(report.withoutOpening).toEqual([]);
    expect(report.withoutClosing).toEqual([]);
    expect(report.run).toBeGreaterThanOrEqual(2 * blast.steps.length);
  });
});
