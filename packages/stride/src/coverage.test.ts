import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { type CoverageRow, coverStride } from './coverage.ts';
import { buildJudgement, buildRule } from './testing/small-pack.ts';
import { joinDecisions } from './threats.ts';

const judgement = buildJudgement([
  buildRule({ id: 'S', scope: ['wl.pod'], when: 'el.privileged == true', letters: ['S'] }),
  buildRule({ id: 'T', scope: ['wl.pod'], when: 'el.hostPID == true', letters: ['T', 'E'] }),
  buildRule({ id: 'I', scope: ['wl.pod'], when: 'el.replicas > 3', letters: ['I'] }),
]);
const model = buildModel({
  elements: [
    { id: 'pod', type: 'wl.pod', properties: { privileged: true, replicas: 1 } },
    { id: 'user', kind: 'external', type: 'ext.user' },
    { id: 'bought', type: 'wl.pod', outOfScope: 'bought' },
    { id: 'zone', kind: 'boundary', type: 'tb.cluster' },
  ],
});
const analysis = analyse(model, judgement);
const states = (row: CoverageRow | undefined): string =>
  (row?.cells ?? []).map(({ letter, state }) => `${letter} ${state}`).join(', ');

describe('STRIDE coverage', () => {
  it('tells open, asked, answered and untouched letters apart', () => {
    const { rows, counts } = coverStride(analysis, joinDecisions(analysis.findings, {}).threats);
    expect(rows.map(({ subject }) => subject)).toEqual(['pod', 'user']);
    expect(states(rows[0])).toBe('S open, T asked, R nothing, I answered, D nothing, E asked');
    expect(states(rows[1])).toBe('S nothing, R nothing');
    expect(counts).toEqual({ open: 1, asked: 2, answered: 1, nothing: 4 });
  });

  it('says of what waits for an answer about something else that it waits', () => {
    const beside = buildJudgement([
      buildRule({
        id: 'C',
        scope: ['wl.pod'],
        when: "el.privileged == true && nearest(el, 'tb.cluster').multiTenancy == 'multi'",
        letters: ['E'],
      }),
    ]);
    const inCluster = (tenancy: Readonly<Record<string, string>>) =>
      analyse(
        buildModel({
          elements: [
            { id: 'zone', kind: 'boundary', type: 'tb.cluster', properties: tenancy },
            { id: 'pod', type: 'wl.pod', parent: 'zone', properties: { privileged: true } },
          ],
        }),
        beside,
      );
    const waiting = inCluster({});
    expect(waiting.elsewhere).toEqual([{ rule: 'C', subject: 'pod', letters: ['E'], question: 'zone~multiTenancy' }]);
    expect(coverStride(waiting, []).rows[0]?.cells.find(({ letter }) => letter === 'E')).toMatchObject({
      state: 'asked',
      questions: 1,
    });
    expect(states(coverStride(inCluster({ multiTenancy: 'single' }), []).rows[0])).toContain('E answered');
  });

  it('counts a decided threat as an answer, never as absent', () => {
    const decision = { state: 'accepted', basis: '', by: 'Ann', at: 1, fields: { why: 'small' } } as const;
    const { threats } = joinDecisions(analysis.findings, { 'S~pod': decision });
    const [pod] = coverStride(analysis, threats).rows;
    expect(pod?.cells[0]).toEqual({ letter: 'S', state: 'answered', open: 0, decided: 1, questions: 0 });
  });
});
