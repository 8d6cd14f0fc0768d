/** A severity with the sign it has on the board, so that colour is never alone. */

import type { FindingSeverity } from '@strideboard/stride';
import type { Words } from '@strideboard/words';
import type { Span } from '../report-document.ts';

/** Signs by severity. */
export const SIGNS: Readonly<Record<FindingSeverity, string>> = { critical: '▲', high: '◆', medium: '●', low: '○' };

/** Sign and word. */
export const severitySpan = (severity: FindingSeverity, words: Words): Span => ({
  kind: 'severity',
  severity,
  text: `${SIGNS[severity]} ${words.common.severities[severity]}`,
});
