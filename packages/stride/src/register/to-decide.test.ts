import { type Decision, elementId, THREAT_STATES, threatId } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { reviewBoard } from '../review/review-board.ts';
import { buildJudgement, buildRule } from '../testing/small-pack.ts';
import { isOpenThreat, joinDecisions } from '../threats.ts';
import { listRegister } from './list-register.ts';
import { isToDecide, writtenToDecide } from './to-decide.ts';

const judgement = buildJudgement([
  buildRule({ id: 'S', scope: ['wl.pod'], when: 'el.privileged == true', letters: ['S'] }),
]);
const PODS = ['a', 'b', 'c', 'd', 'e'];

describe('what is to decide', () => {
  it('is the same number wherever it is counted: found and written, decided, on other facts, on broken assumptions, out of scope', () => {
    const state = fc.constantFrom(undefined, ...THREAT_STATES);
    const stand = fc.record({ state, isOld: fc.boolean(), outOfScope: fc.boolean(), isBroken: fc.boolean() });
    fc.assert(
      fc.property(fc.array(stand, { minLength: 5, maxLength: 5 }), fc.array(stand, { maxLength: 4 }), (pods, own) => {
        const manual = own.map((_, at) => ({
          ...{ id: `m${at}`, title: 'm', letters: [], on: [], origin: 'hand', from: [], description: '' },
          sentence: {},
          made: null,
          order: `a${at}`,
        }));
        const decisions: Record<string, Decision> = {};
        const decide = (id: string, parts: (typeof pods)[number] | undefined, basis: string): void => {
          if (parts?.state !== undefined) decisions[id] = { state: parts.state, basis, by: 'Ann', at: 1, fields: {} };
        };
        const elements = PODS.map((id, at) => ({
          id,
          type: 'wl.pod',
          properties: { privileged: true },
          outOfScope: pods[at]?.outOfScope === true ? 'bought' : null,
        }));
        const drawn = buildModel({ elements });
        const analysis = analyse(drawn, judgement);
        PODS.forEach((id, at) => {
          const threat = threatId('S', [elementId(id)]);
          const basis = analysis.findings.find((finding) => finding.id === threat)?.basis ?? '';
          decide(threat, pods[at], pods[at]?.isOld === true ? 'other facts' : basis);
        });
        own.forEach((parts, at) => decide(`manual~m${at}`, parts, ''));
        const about = [
          ...PODS.filter((_, at) => pods[at]?.isBroken === true),
          ...own.flatMap(({ isBroken }, at) => (isBroken ? [`manual~m${at}`] : [])),
        ];
        const records = [{ ...RECORD, about }];
        const model = { ...drawn, decisions, manual, records } as unknown as typeof drawn; // parts of a record that play no role are left out
        const { threats, standing } = joinDecisions(analysis.findings, decisions, { assumed: model });
        const rows = listRegister({ model, threats, strengths: {} });
        const count = rows.filter(isToDecide).length;
        expect(threats.filter(isOpenThreat).length + writtenToDecide(model).length).toBe(count);
        const review = reviewBoard({ model, analysis, threats, standing });
        expect(review.toDecide).toHaveLength(count);
        expect(review.decided + count).toBe(review.threats);
        for (const row of review.again) expect(row.outOfScope || isToDecide(row)).toBe(true);
      }),
    );
  });
});

const RECORD = { id: 'r', kind: 'assumption', state: 'broken', title: 'r', text: '', agreed: { by: 'Ann', at: 9 } };
