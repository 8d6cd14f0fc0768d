/** What the model's own records say is missing, in plain sentences with numbers. */

import { STATES_NEEDING_WHY } from '@strideboard/model';
import { isInPlace } from '@strideboard/stride';
import { isOpenRow, type ReportContext } from '../report-context.ts';
import { type CountedMessage, countedText } from './counted-text.ts';

/** One sentence a gap that exists. */
export function listGaps({ rows, input, subjects, coverage, words }: ReportContext): readonly string[] {
  const { summary } = words.report;
  const { today = '', model } = input;
  const inScope = rows.filter(({ outOfScope }) => !outOfScope);
  const open = inScope.filter(isOpenRow);
  const late = today === '' ? [] : open.filter(({ due }) => due !== '' && due.slice(0, 10) < today.slice(0, 10));
  const counted: readonly (readonly [CountedMessage, number])[] = [
    [
      summary.gapOwner,
      open.filter(({ severity, owner }) => owner === '' && (severity === 'critical' || severity === 'high')).length,
    ],
    [summary.gapDue, late.length],
    [summary.gapConfirm, inScope.filter(({ confirmAgain }) => confirmAgain).length],
    [summary.gapWhy, inScope.filter(({ state, why }) => why === '' && STATES_NEEDING_WHY.includes(state)).length],
    [
      summary.gapMitigated,
      inScope.filter(({ state, risk }) => state === 'mitigated' && !risk.controls.some((each) => isInPlace(each.state)))
        .length,
    ],
    [summary.gapFailed, model.applied.filter(({ state }) => state === 'failed').length],
    [
      summary.gapEvidence,
      model.applied.filter(({ state, evidence }) => state === 'verified' && evidence === '').length,
    ],
    [summary.gapCoverage, coverage.counts.nothing],
    [summary.gapScope, [...subjects.values()].filter(({ outOfScope }) => outOfScope === '').length],
  ];
  return counted.flatMap(([message, count]) => (count === 0 ? [] : [countedText(message, count)]));
}
