/**
 * The threats as SARIF 2.1.0 (OASIS), for code scanning beside the model file: one rule per rule, one result per open threat at the element's
 * line in the canonical file. Accepted threats and those that do not apply are suppressed with their reason, mitigated ones are left out.
 */

import { compareText } from '@strideboard/model';
import { isOpenThreat, isSettled, type Threat } from '@strideboard/stride';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import { writeNative } from '../native/write-native.ts';
import { type ThreatRow, threatRows } from '../threats/threat-rows.ts';
import { lineNumbers } from './line-numbers.ts';

/** Where the model stands in its repository when nobody says. */
const DEFAULT_URI = 'threat-model.json';

/** `security-severity`, 0–10: GitHub ranks above 9 as critical, from 7 as high, from 4 as medium, below as low. */
const SCORES = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' } as const;
const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
/** States that end a threat without anything having been done against it. */
const SUPPRESSED = ['accepted', 'notApplicable', 'transferred', 'deferred'] as const;

/** Writes the log, with two spaces of indent. LF, one newline at the end. */
export function writeSarif(input: ExportInput): EncodedText {
  const shown = threatRows(input).filter(({ threat }) => isShown(threat));
  const rules = rulesOf(shown, input);
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
  const lines = lineNumbers(writeNative(input.model));
  const uri = input.modelUri ?? DEFAULT_URI;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Strideboard', version: input.pack.board.version, rules } },
        artifacts: [{ location: { uri } }],
        columnKind: 'utf16CodeUnits',
        results: shown.map((row) => resultOf(row, { uri, lines, ruleIndex: indexOf.get(row.rule) ?? 0 })),
      },
    ],
  };
  return {
    text: `${JSON.stringify(log, null, 2)}\n`,
    losses: input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id })),
  };
}

const isSuppressed = (threat: Threat): boolean =>
  isSettled(threat) && SUPPRESSED.some((known) => known === threat.state);
const isShown = (threat: Threat): boolean =>
  !threat.finding.outOfScope && (isOpenThreat(threat) || isSuppressed(threat));

function rulesOf(rows: readonly ThreatRow[], { words }: ExportInput) {
  const first = new Map<string, ThreatRow>();
  for (const row of rows) if (!first.has(row.rule)) first.set(row.rule, row);
  return [...first.values()]
    .sort((a, b) => compareText(a.rule, b.rule))
    .map(({ rule, threat: { finding }, mitigations }) => ({
      id: rule,
      shortDescription: { text: inert(finding.why) },
      fullDescription: { text: inert(finding.why) },
      ...(mitigations.length === 0 ? {} : { help: { text: mitigations.map((one) => `- ${inert(one)}`).join('\n') } }),
      defaultConfiguration: { level: LEVELS[finding.severity] },
      properties: {
        tags: ['security', ...finding.letters.map((letter) => `stride/${words.common.letters[letter]}`)],
        'security-severity': SCORES[finding.severity],
      },
    }));
}

interface Place {
  readonly uri: string;
  readonly lines: ReadonlyMap<string, number>;
  readonly ruleIndex: number;
}

function resultOf(row: ThreatRow, { uri, lines, ruleIndex }: Place) {
  const { threat, subject } = row;
  const { finding } = threat;
  const startLine = lines.get(finding.subjects[0] ?? '') ?? 1;
  const because = row.because.length === 0 ? '' : ` ${row.because.join('; ')}.`;
  return {
    ruleId: row.rule,
    ruleIndex,
    kind: isSuppressed(threat) ? 'review' : 'fail',
    level: isSuppressed(threat) ? 'none' : LEVELS[threat.severity],
    message: { text: inert(`${row.title}.${because}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, index: 0 }, region: { startLine } },
        ...(subject === null
          ? {}
          : { logicalLocations: [{ name: subject.name, fullyQualifiedName: subject.id, kind: 'element' }] }),
      },
    ],
    partialFingerprints: { 'threatId/v1': finding.id },
    ...(isSuppressed(threat)
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              ...(row.justification === '' ? {} : { justification: row.justification }),
            },
          ],
        }
      : {}),
    properties: {
      stride: finding.letters,
      severity: threat.severity,
      'security-severity': SCORES[threat.severity],
      state: threat.state,
      confirmAgain: threat.confirmAgain,
      brokenAssumptions: threat.broken,
      basis: finding.basis,
      ...(row.owner === '' ? {} : { owner: row.owner }),
      controls: finding.controls,
    },
  };
}

/** In messages `[text](id)` is a link (SARIF 2.1.0, 3.11.6): labels of other people make none. */
const inert = (text: string): string => text.replace(/[\\[\]]/gu, '\\$&').replace(/\p{Cc}+/gu, ' ');
