/** The register as rows of plain words: what every list, from CSV to issues, says about each threat. */

import type { SubjectId } from '@strideboard/model';
import type { Reference } from '@strideboard/packs';
import { type AnsweringControl, type Grade, listRegister, type RegisterRow, strengthsOf } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { createFactTexts } from './fact-text.ts';
import { createSubjectRows, type SubjectRow } from './subject-row.ts';

/** One threat in words. Texts are not escaped; absent ones are empty. */
export interface ThreatRow {
  /** As the register has it. */
  readonly register: RegisterRow;
  readonly id: string;
  /** Of the rule that found it; '' for a threat that people wrote. */
  readonly rule: string;
  /** Where it comes from: a rule, somebody's hand, a card, an import. */
  readonly origin: string;
  readonly title: string;
  /** STRIDE categories in full. */
  readonly categories: readonly string[];
  readonly diagram: string;
  readonly severity: string;
  readonly state: string;
  readonly description: string;
  readonly justification: string;
  readonly changedBy: string;
  /** ISO 8601 in UTC, or '' when nothing was decided. */
  readonly changedAt: string;
  readonly owner: string;
  readonly mitigations: readonly string[];
  /** Controls that people linked with it, each with how far it is in place. */
  readonly answers: readonly string[];
  /** The facts that made the rule true, as sentences. */
  readonly because: readonly string[];
  /** Where the claim comes from, as far as somebody has compared it with the original: lists for auditors claim nothing else. */
  readonly sources: readonly string[];
  /** 1 to 5, and where it is only the rule's suggestion, that it is. */
  readonly likelihood: string;
  readonly impact: string;
  /** 1 to 25; '' = not scored, which is not the same as low. */
  readonly inherent: string;
  readonly residual: string;
  /** Who is responsible: provider, customer or both. */
  readonly party: string;
  readonly treatment: string;
  readonly future: string;
  readonly due: string;
  readonly ticket: string;
  readonly tags: readonly string[];
  /** The first thing it is about; `null` = the whole model. */
  readonly subject: SubjectRow | null;
  /** Everything it is about. */
  readonly subjects: readonly SubjectRow[];
}

/** The register of an export: the highest residual risk first. */
export const registerOf = ({ model, threats, catalogue }: ExportInput): readonly RegisterRow[] =>
  listRegister({ model, threats, strengths: strengthsOf([...catalogue, ...model.controls]) });

/** Builds the rows, in the order of the register. */
export function threatRows(input: ExportInput): readonly ThreatRow[] {
  const { model, pack, words } = input;
  const { common, outputs } = words;
  const factText = createFactTexts(model, pack, words);
  const subjectRow = createSubjectRows(model, pack, words);
  const diagramOf = createDiagramTitles(input);
  const nameOf = createControlNames(input);
  const recordTitle = new Map(model.records.map(({ id, title }) => [id, title]));
  return registerOf(input).map((row): ThreatRow => {
    const { id, threat, risk } = row;
    const finding = threat?.finding;
    const subjects = row.subjects.map(subjectRow);
    return {
      register: row,
      id,
      rule: finding?.rule ?? '',
      origin: originText(row.origin, words),
      title: row.title.trim() || common.unnamed,
      categories: row.letters.map((letter) => common.letters[letter]),
      diagram: diagramOf(row.subjects[0]),
      severity: row.severity === null ? outputs.notScored : common.severities[row.severity],
      state: stateText(row, (record) => recordTitle.get(record) ?? record, words),
      description: row.description,
      justification: row.why,
      owner: row.owner,
      mitigations: (finding?.controls ?? []).map(nameOf),
      answers: risk.controls.map((control) => answerText(control, nameOf(control.id), words)),
      because: (finding?.because ?? []).map(factText),
      sources: (finding?.references ?? []).filter(({ checked }) => checked).map(sourceText),
      likelihood: gradeText(risk.likelihood, words),
      impact: gradeText(risk.impact, words),
      inherent: risk.inherent === null ? '' : String(risk.inherent),
      residual: risk.residual === null ? '' : String(risk.residual),
      party: partyText(row.party, words),
      treatment: row.treatment,
      future: row.future,
      due: row.due,
      ticket: row.ticket,
      tags: row.tags,
      subject: subjects[0] ?? null,
      subjects,
      // Last: what follows a spread is added property by property.
      ...changedOf(row),
    };
  });
}

/** Titles of diagrams by what is on them; the first one for everything else. */
function createDiagramTitles({ model }: ExportInput): (subject: SubjectId | undefined) => string {
  const titleOf = new Map(model.diagrams.map(({ id, title }) => [id, title]));
  const diagrams = new Map<string, (typeof model.elements)[number]['diagram']>(
    [...model.elements, ...model.flows].map(({ id, diagram }) => [id, diagram]),
  );
  const first = model.diagrams[0]?.title ?? '';
  return (subject) => {
    const diagram = subject === undefined ? null : (diagrams.get(subject) ?? null);
    return (diagram === null ? undefined : titleOf.get(diagram)) ?? first;
  };
}

/** Names of controls, of packs and of the model; the id where neither knows it. */
export function createControlNames({ model, controls }: ExportInput): (id: string) => string {
  const own = new Map(model.controls.map(({ id, title }) => [id, title]));
  return (id) => own.get(id) || (Object.hasOwn(controls, id) ? (controls[id] ?? id) : id);
}

function stateText(row: RegisterRow, titleOf: (record: string) => string, { common, exported }: Words): string {
  const { state, outOfScope, confirmAgain, broken, threat } = row;
  const notes = [
    outOfScope ? exported.outOfScope : '',
    confirmAgain ? exported.confirmAgain : '',
    threat === null || threat.standing === null ? '' : exported.standing,
    ...broken.map((id) => say(exported.brokenAssumption, { title: titleOf(id) })),
  ].filter(Boolean);
  return notes.length === 0 ? common.states[state] : `${common.states[state]} (${notes.join('; ')})`;
}

function changedOf({ threat, manual, decision }: RegisterRow): Pick<ThreatRow, 'changedBy' | 'changedAt'> {
  const stamp = threat?.standing?.created ?? decision ?? manual?.created ?? null;
  return { changedBy: stamp?.by ?? '', changedAt: stamp === null ? '' : isoTime(stamp.at) };
}

function originText(origin: string, { outputs }: Words): string {
  const known: Readonly<Record<string, string>> = outputs.origins;
  return origin.startsWith('import-')
    ? say(outputs.imported, { format: origin.slice('import-'.length) })
    : ((Object.hasOwn(known, origin) ? known[origin] : undefined) ?? origin);
}

const gradeText = ({ value, from }: Grade, { outputs }: Words): string =>
  value === null ? '' : from === 'suggested' ? say(outputs.suggested, { grade: value }) : String(value);

function partyText(party: string, { outputs }: Words): string {
  const known: Readonly<Record<string, string>> = outputs.parties;
  return (Object.hasOwn(known, party) ? known[party] : undefined) ?? party;
}

/** A control with how far it is in place, e.g. "Mutual TLS (verified)". */
function answerText({ state }: AnsweringControl, name: string, { outputs }: Words): string {
  return `${name} (${state === null ? outputs.notApplied : outputs.controlStates[state]})`;
}

const sourceText = ({ key, id }: Reference): string => (id === '' ? key : `${key} ${id}`);

/** The time in UTC without milliseconds; '' for what no calendar holds. */
function isoTime(at: number): string {
  // eslint-disable-next-line no-restricted-globals -- converts a given time, does not read the clock
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d+Z$/u, 'Z');
}
