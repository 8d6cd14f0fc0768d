import { describe, expect, it } from 'vitest';
import { runExamples } from './examples.ts';
import { buildJudgement, buildRule } from './testing/small-pack.ts';

const pod = (privileged: boolean) => [{ id: 'p', type: 'wl.pod', properties: { privileged } }];
const example = (fires: boolean, privileged: boolean, on?: string) => ({
  fires,
  elements: pod(privileged),
  flows: [],
  ...(on === undefined ? {} : { on }),
});

describe('runExamples', () => {
  it('names the example that does not do what it says', () => {
    const report = runExamples(
      buildJudgement([
        buildRule({
          id: 'A',
          scope: ['pod'],
          when: 'el.privileged == true',
          examples: [example(true, true), example(false, false)],
        }),
        buildRule({
          id: 'B',
          scope: ['pod'],
          when: 'el.privileged == true',
          examples: [example(true, false), example(false, true)],
        }),
        buildRule({ id: 'C', scope: ['pod'], when: 'el.privileged == true', examples: [example(true, true, 'other')] }),
        buildRule({ id: 'D', scope: ['pod'], when: 'el.privileged == true' }),
        buildRule({ id: 'E', scope: ['pod'], when: 'true', severity: 'prompt', examples: [example(true, true)] }),
      ]),
    );
    expect(report.run).toBe(6);
    expect(report.failures).toMatchObject([
      { rule: 'B', example: 0, expected: 'fires', found: [] },
      { rule: 'B', example: 1, expected: 'does not fire', found: ['B~p'] },
      { rule: 'C', example: 0, expected: 'fires' },
    ]);
    expect(report.withoutFiring).toEqual(['D']);
    expect(report.withoutQuiet).toEqual(['C', 'D']);
  });
});
