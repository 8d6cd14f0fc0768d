import { describe, expect, it } from 'vitest';
import { compileJudgement } from './judgement.ts';
import { buildJudgementPart, buildRule, SMALL_BOARD } from './testing/small-pack.ts';

describe('compileJudgement', () => {
  it('refuses a pack with all problems of its conditions, each with file, line and column where they are known', () => {
    const part = buildJudgementPart([
      buildRule({ id: 'A', scope: ['pod'], when: 'el.privileged = true' }),
      buildRule({ id: 'B', scope: ['flow'], when: 'el.privileged == true && flow.nothing' }),
      buildRule({ id: 'C', scope: ['flow', 'process'], when: 'true' }),
    ]);
    const result = compileJudgement(SMALL_BOARD, part, { A: { file: 'rules.yaml', line: 7, column: 11 } });
    expect(
      result.ok ? [] : result.problems.map(({ code, item, file, line, column }) => [code, item, file, line, column]),
    ).toEqual([
      ['condition-syntax', 'rule A', 'rules.yaml', 7, 25],
      ['condition-name', 'rule B', '', null, 1],
      ['condition-name', 'rule B', '', null, 31],
      ['condition-type', 'rule C', '', null, null],
    ]);
  });
});
