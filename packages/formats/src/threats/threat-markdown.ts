/** The threat list as Markdown: grouped by what it is about, worst first, decided threats with their state and reason. */

import type { Element, Flow } from '@strideboard/model';
import { STRIDE_LETTERS } from '@strideboard/packs';
import { type CoverageCell, type CoverageState, coverStride, groupThreats, labelOf } from '@strideboard/stride';
import { say } from '@strideboard/words';
import type { EncodedText, ExportInput } from '../export-codec.ts';
import { createCauseTexts, createScopeTexts } from './cause-text.ts';
import { countThreats } from './count-threats.ts';
import { listExcluded } from './list-excluded.ts';
import type { SubjectRow } from './subject-row.ts';
import { type ThreatRow, threatRows } from './threat-rows.ts';

/** Told apart without colour, as on the board. */
const SIGNS = { critical: '▲', high: '◆', medium: '●', low: '○' } as const;

/** Writes the list. LF, one newline at the end. */
export function writeThreatMarkdown(input: ExportInput): EncodedText {
  const { exported, common } = input.words;
  const { report } = exported;
  const rows = worstFirst(input);
  const lines = [
    `# ${escapeMarkdown(say(report.heading, { title: input.model.meta.title || exported.untitled }))}`,
    '',
    say(report.counts, { ...countThreats(input.threats) }),
    '',
  ];
  if (input.questions.length > 0) lines.push(say(report.questions, { count: input.questions.length }), '');
  const standing = input.threats.filter((threat) => threat.standing !== null).length;
  if (standing > 0) lines.push(say(report.standing, { count: standing }), '');
  if (rows.length === 0) lines.push(report.none, '');
  for (const group of groupBySubject(rows)) {
    lines.push(...subjectHeading(group.subject, input), '', ...groupedLines(group.rows, input), '');
  }
  lines.push(...coverageLines(input), ...excludedLines(input), ...standingLines(input), ...leftOutLines(input));
  if (input.vanished.length > 0) {
    const causeText = createCauseTexts(input.model, input.pack, input.words);
    lines.push(`## ${report.vanished}`, '');
    for (const { id, decision } of input.vanished) {
      const item = say(report.vanishedItem, { id: escapeMarkdown(id), state: common.states[decision.state] });
      const why = typeof decision.fields.why === 'string' ? decision.fields.why : '';
      lines.push(why === '' ? `- ${item}` : `- ${item}. ${say(report.why, { why: escapeMarkdown(why) })}`);
      const cause = causeText(input.causes.get(id));
      if (cause !== '') lines.push(`  - ${escapeMarkdown(cause)}`);
    }
    lines.push('');
  }
  return { text: `${lines.join('\n').trimEnd()}\n`, losses: [] };
}

/** What people wrote, then what rules found in the order of the threats: the list says severities. */
function worstFirst(input: ExportInput): readonly ThreatRow[] {
  const rank = new Map(input.threats.map((threat, at) => [threat.finding.id, at]));
  return threatRows(input).toSorted((a, b) => (rank.get(a.register.id) ?? -1) - (rank.get(b.register.id) ?? -1));
}

interface Group {
  readonly subject: SubjectRow | null;
  readonly rows: readonly ThreatRow[];
}

/** In the order of each subject's worst threat. */
function groupBySubject(rows: readonly ThreatRow[]): readonly Group[] {
  const groups = new Map<string, ThreatRow[]>();
  for (const row of rows) {
    const key = row.subject?.id ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => ({ subject: group[0]?.subject ?? null, rows: group }));
}

function subjectHeading(subject: SubjectRow | null, { words }: ExportInput): readonly string[] {
  const { report, wholeModel } = words.exported;
  if (subject === null) return [`## ${wholeModel}`];
  const { name, kind, source, target, crosses } = subject;
  const heading =
    source === ''
      ? `## ${escapeMarkdown(name)}`
      : `## ${say(report.flowFromTo, { label: escapeMarkdown(name), source: escapeMarkdown(source), target: escapeMarkdown(target) })}`;
  const facts = [kind, crosses.length === 0 ? '' : say(report.crosses, { boundaries: crosses.join(', ') })].filter(
    Boolean,
  );
  return facts.length === 0 ? [heading] : [heading, '', escapeMarkdown(facts.join(' · '))];
}

/** As in the list of the board: checks that say the same are one row, with the checks inside. */
function groupedLines(rows: readonly ThreatRow[], input: ExportInput): readonly string[] {
  const rowOf = new Map(rows.map((row) => [row.register.threat, row]));
  const written = rows.filter(({ register }) => register.threat === null).flatMap((row) => threatLines(row, input));
  const found = groupThreats(rows.flatMap(({ register }) => register.threat ?? [])).flatMap(
    ({ kind, title, threats }) => {
      const members = threats.flatMap((threat) => rowOf.get(threat) ?? []);
      const lines = members.flatMap((row) => threatLines(row, input));
      const [first] = members;
      if (kind !== 'posture' || members.length < 2 || first === undefined) return lines;
      const count = say(input.words.exported.report.checks, { count: members.length });
      const head = `- **${signOfSeverity(first)} ${first.severity}** · **${escapeMarkdown(title)}** · ${count}`;
      return [head, ...lines.map((line) => `  ${line}`)];
    },
  );
  return [...written, ...found];
}

/** Decisions that hold for a rule in a part of the model, with how many threats inherit each; what no longer applies says so. */
function standingLines({ standing, model, pack, words }: ExportInput): readonly string[] {
  if (standing.length === 0) return [];
  const { report } = words.exported;
  const scopeText = createScopeTexts(model, pack, words);
  const items = standing.flatMap(({ decision, phase, threats }) => {
    const { rule, state, scope, why, owner, until, ended } = decision;
    const item = say(report.standingItem, { rule, state: words.common.states[state], scope: scopeText(scope) });
    const count = threats.length === 0 ? report.standingNone : say(report.standingCounts, { count: threats.length });
    const effect =
      phase === 'holds' ? count : phase === 'expired' ? say(report.standingExpired, { until: until.slice(0, 10) }) : '';
    const facts = [
      why === '' ? '' : say(report.why, { why }),
      owner === '' ? '' : say(report.owner, { owner }),
      phase === 'holds' && until !== '' ? say(report.standingUntil, { until: until.slice(0, 10) }) : '',
      ended === null ? '' : say(report.standingEnded, { why: ended.why }),
    ].filter(Boolean);
    return [`- ${escapeMarkdown(`${item} ${effect}`)}`, ...facts.map((fact) => `  - ${escapeMarkdown(fact)}`)];
  });
  return [`## ${report.standingHeading}`, '', ...items, ''];
}

/** What people left out, with their reason: elements, flows, and what they agreed not to look at. */
function excludedLines(input: ExportInput): readonly string[] {
  const { report } = input.words.exported;
  const items = listExcluded(input).map(({ name, reason }) =>
    escapeMarkdown(say(reason === '' ? report.excludedBare : report.excludedItem, { name, reason })),
  );
  return items.length === 0 ? [] : [`## ${report.excluded}`, '', ...items.map((item) => `- ${item}`), ''];
}

/** What the packs leave out, with their reason. */
function leftOutLines({ exclusions, words }: ExportInput): readonly string[] {
  const { report } = words.exported;
  if (exclusions.length === 0) return [];
  const items = exclusions.map(({ title, reason }) => `- **${escapeMarkdown(title)}**: ${escapeMarkdown(reason)}`);
  return [`## ${report.leftOut}`, '', report.leftOutIntro, '', ...items, ''];
}

/** Told apart by shape, as on the board. */
const CELLS: Readonly<Record<CoverageState, string>> = { open: '◆', asked: '?', answered: '✓', nothing: '–' };

/** How far each letter of each element and flow has been looked at. */
function coverageLines(input: ExportInput): readonly string[] {
  const { report } = input.words.exported;
  const { rows, counts } = coverStride(input, input.threats);
  if (rows.length === 0) return [];
  const subjects = new Map<string, Element | Flow>(
    [...input.model.elements, ...input.model.flows].map((subject) => [subject.id, subject]),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = rows.map(({ subject: id, cells }) => {
    const subject = subjects.get(id);
    const name = escapeMarkdown(subject === undefined ? id : labelOf(subject, input.pack));
    return line([name, ...STRIDE_LETTERS.map((letter) => signOf(cells.find((cell) => cell.letter === letter)))]);
  });
  return [
    `## ${report.coverage}`,
    '',
    say(report.coverageCounts, counts),
    '',
    line([report.coverageSubject, ...STRIDE_LETTERS]),
    line(['---', ...STRIDE_LETTERS.map(() => ':-:')]),
    ...table,
    '',
    report.coverageSigns,
    '',
  ];
}

const signOf = (cell: CoverageCell | undefined): string => (cell === undefined ? '' : CELLS[cell.state]);

const signOfSeverity = ({ register }: ThreatRow): string =>
  register.severity === null ? '□' : SIGNS[register.severity];

function threatLines(row: ThreatRow, { words }: ExportInput): readonly string[] {
  const { report } = words.exported;
  const head = `- **${signOfSeverity(row)} ${row.severity}** · ${escapeMarkdown(row.rule || row.origin)} · ${row.categories.join(', ')}: **${escapeMarkdown(row.title)}**`;
  const lines = [head, `  - ${escapeMarkdown(say(report.state, { state: row.state }))}`];
  if (row.justification !== '') lines.push(`  - ${escapeMarkdown(say(report.why, { why: row.justification }))}`);
  if (row.owner !== '') lines.push(`  - ${escapeMarkdown(say(report.owner, { owner: row.owner }))}`);
  lines.push(`  - ${escapeMarkdown(row.description)}`);
  if (row.because.length > 0) {
    lines.push(`  - ${escapeMarkdown(say(report.because, { because: row.because.join('; ') }))}`);
  }
  if (row.mitigations.length > 0) {
    lines.push(`  - ${escapeMarkdown(say(report.controls, { controls: row.mitigations.join('; ') }))}`);
  }
  if (row.sources.length > 0) {
    lines.push(`  - ${escapeMarkdown(say(report.sources, { sources: row.sources.join('; ') }))}`);
  }
  return lines;
}

/** Text that Markdown shows as it is: on one line, with nothing in it that formats, links, mentions or embeds. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/@/gu, '&#64;')
    .replace(/^(\d*)([-+=.)])/u, '$1\\$2')
    .replace(/:(?=\/\/)/gu, '&#58;')
    .replace(/\bwww\./giu, (start) => `${start.slice(0, -1)}&#46;`);
}
