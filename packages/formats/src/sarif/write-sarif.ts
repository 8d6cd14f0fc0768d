/**
 * The register as SARIF 2.1.0 (OASIS), for code scanning beside the model file: one rule per rule and one per STRIDE category of what people
 * wrote, one result per open threat at its element's line in the canonical file. What was decided without being mended (accepted, not
 * applicable, transferred, deferred) is suppressed with its reason; what is mitigated or out of scope is left out.
 */

import { compareText } from '@strideboard/model';
import { type FindingSeverity, isSettled, severityRank } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import { writeNative } from '../native/write-native.ts';
import { type ThreatRow, threatRows } from '../threats/threat-rows.ts';
import { lineNumbers } from './line-numbers.ts';

/** Where the model stands in its repository when nobody says. */
const DEFAULT_URI = 'threat-model.json';

/** `security-severity`, 0–10: GitHub ranks above 9 as critical, from 7 as high, from 4 as medium, below as low. */
const SCORES = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' } as const;
const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
/** Where nobody gave a severity: unknown is not low. */
const UNKNOWN_SEVERITY = 'medium';
/** States that end a threat without anything having been done against it. */
const SUPPRESSED = ['accepted', 'notApplicable', 'transferred', 'deferred'] as const;

/** Writes the log, with two spaces of indent. LF, one newline at the end. */
export function writeSarif(input: ExportInput): EncodedText {
  const all = threatRows(input);
  const shown = all.filter(isShown);
  const rules = rulesOf(shown, input.words);
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
  const lines = lineNumbers(writeNative(input.model));
  const uri = encodeURI((input.modelUri ?? DEFAULT_URI).replaceAll('\\', '/'));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: input.words.common.product, version: input.pack.board.version, rules } },
        artifacts: [{ location: { uri } }],
        columnKind: 'utf16CodeUnits',
        results: shown.map((row) => resultOf(row, { uri, lines, ruleIndex: indexOf.get(ruleIdOf(row)) ?? 0 })),
      },
    ],
  };
  return {
    text: `${JSON.stringify(log, null, 2)}\n`,
    losses: [
      ...input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id }) as const),
      ...all.filter((row) => !isShown(row)).map(({ id }) => ({ code: 'threat-left-out', where: id }) as const),
    ],
  };
}

const isSuppressed = ({ register }: ThreatRow): boolean =>
  isSettled(register) && SUPPRESSED.some((known) => known === register.state);
const isShown = (row: ThreatRow): boolean =>
  !row.register.outOfScope && (!isSettled(row.register) || isSuppressed(row));
const severityOf = ({ register }: ThreatRow): FindingSeverity => register.severity ?? UNKNOWN_SEVERITY;

/** The rule that found it; for what people wrote one of ours per STRIDE category, by its first letter. */
const ruleIdOf = (row: ThreatRow): string => row.rule || `written-${row.register.letters[0] ?? 'other'}`;

function rulesOf(rows: readonly ThreatRow[], words: Words) {
  const rowsOf = new Map<string, ThreatRow[]>();
  for (const row of rows) {
    const known = rowsOf.get(ruleIdOf(row));
    if (known === undefined) rowsOf.set(ruleIdOf(row), [row]);
    else known.push(row);
  }
  return [...rowsOf]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, [first, ...others]]) => {
      if (first === undefined) throw new Error(`rulesOf: the rule ${id} has no threats`);
      const finding = first.register.threat?.finding;
      // A rule states its own severity; of what people wrote the worst one counts.
      const severity = finding?.severity ?? others.map(severityOf).reduce(worse, severityOf(first));
      const about = finding === undefined ? writtenText(first, words) : finding.why;
      const help = first.mitigations.map((one) => `- ${inert(one)}`).join('\n');
      const letters = finding?.letters ?? first.register.letters.slice(0, 1);
      return {
        id,
        shortDescription: { text: inert(about) },
        fullDescription: { text: inert(about) },
        ...(help === '' || finding === undefined ? {} : { help: { text: help, markdown: help } }),
        defaultConfiguration: { level: LEVELS[severity] },
        properties: {
          tags: ['security', ...letters.map((letter) => `stride/${TAGS[letter]}`)],
          'security-severity': SCORES[severity],
        },
      };
    });
}

/** Tags are found by programs: they stay as they are in any language. */
const TAGS = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
} as const;

const worse = (a: FindingSeverity, b: FindingSeverity): FindingSeverity => (severityRank(a) <= severityRank(b) ? a : b);

function writtenText({ register }: ThreatRow, { common, outputs }: Words): string {
  const [letter] = register.letters;
  return letter === undefined ? outputs.written : say(outputs.writtenOf, { category: common.letters[letter] });
}

interface Place {
  readonly uri: string;
  readonly lines: ReadonlyMap<string, number>;
  readonly ruleIndex: number;
}

function resultOf(row: ThreatRow, { uri, lines, ruleIndex }: Place) {
  const { register, subjects } = row;
  const suppressed = isSuppressed(row);
  const because = row.because.length === 0 ? '' : ` ${row.because.join('; ')}.`;
  const about = register.threat === null && row.description !== '' ? ` ${row.description}` : '';
  const severity = severityOf(row);
  const physicalLocation = (line: number) => ({ artifactLocation: { uri, index: 0 }, region: { startLine: line } });
  return {
    ruleId: ruleIdOf(row),
    ruleIndex,
    kind: suppressed ? 'review' : 'fail',
    level: suppressed ? 'none' : LEVELS[severity],
    message: { text: inert(`${row.title}.${about}${because}`) },
    locations:
      subjects.length === 0
        ? [{ physicalLocation: physicalLocation(1) }]
        : subjects.map(({ id, name }) => ({
            physicalLocation: physicalLocation(lines.get(id) ?? 1),
            logicalLocations: [{ name, fullyQualifiedName: id, kind: 'element' }],
          })),
    partialFingerprints: { 'threatId/v1': row.id },
    ...(suppressed
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
    properties: propertiesOf(row),
  };
}

function propertiesOf(row: ThreatRow) {
  const { register } = row;
  const { risk } = register;
  const said = Object.entries({
    owner: row.owner,
    party: register.party,
    treatment: row.treatment,
    future: row.future,
    due: row.due,
    ticket: row.ticket,
  }).filter(([, text]) => text !== '');
  return {
    stride: register.letters,
    origin: register.origin,
    ...(register.severity === null ? {} : { severity: register.severity }),
    'security-severity': SCORES[severityOf(row)],
    state: register.state,
    confirmAgain: register.confirmAgain,
    brokenAssumptions: register.broken,
    ...(register.threat === null ? {} : { basis: register.threat.finding.basis }),
    ...(risk.inherent === null ? {} : { inherentRisk: risk.inherent, residualRisk: risk.residual }),
    ...Object.fromEntries(said),
    controls: register.threat?.finding.controls ?? [],
    ...(risk.controls.length === 0 ? {} : { answeredBy: risk.controls.map(({ id, state }) => ({ id, state })) }),
    ...(register.tags.length === 0 ? {} : { threatTags: register.tags }),
  };
}

/** In messages `[text](id)` is a link (SARIF 2.1.0, 3.11.6): labels of other people make none. */
const inert = (text: string): string => text.replace(/[\\[\]]/gu, '\\$&').replace(/\p{Cc}+/gu, ' ');
