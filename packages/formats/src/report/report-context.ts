/** What all sections of the report look things up in: rows, names, and which links lead somewhere. */

import type { Element, Flow, SubjectId } from '@strideboard/model';
import { type Coverage, coverStride, isDecided, proofTable, type RegisterRow } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { createSubjectRows, type SubjectRow } from '../threats/subject-row.ts';
import { createControlNames, type ThreatRow, threatRows } from '../threats/threat-rows.ts';
import { anchorOf } from './anchors.ts';
import type { Span, Text } from './report-document.ts';

/** Look-ups over one input. */
export interface ReportContext {
  readonly input: ExportInput;
  readonly words: Words;
  /** Every threat of the register, highest residual risk first. */
  readonly rows: readonly RegisterRow[];
  /** The same in words, in the same order. */
  readonly said: readonly ThreatRow[];
  /** Elements and flows by id, boundaries too. */
  readonly subjects: ReadonlyMap<string, Element | Flow>;
  readonly subjectRow: (id: string) => SubjectRow;
  /** Names an element or flow in words; the ends of a nameless flow. */
  readonly nameOf: (id: string) => string;
  /** The name of the boundary right around an element; `''` for none. */
  readonly insideOf: (id: string) => string;
  readonly controlName: (id: string) => string;
  /** A link to what the id names: element, flow, threat, control or record; plain text where the report has no such place. */
  readonly linkTo: (id: string) => Span;
  /** How far each letter of each subject has been looked at. */
  readonly coverage: Coverage;
  readonly threatsOn: (subject: string) => readonly RegisterRow[];
  /** A person by principal. */
  readonly personOf: (principal: string) => string;
  /** ISO day in UTC; `''` for what no calendar holds. */
  readonly dayOf: (at: number) => string;
}

/** Builds the look-ups. */
export function createContext(input: ExportInput): ReportContext {
  const { model, pack, words } = input;
  const said = threatRows(input);
  const rows = said.map(({ register }) => register);
  const subjects = new Map<string, Element | Flow>([...model.elements, ...model.flows].map((item) => [item.id, item]));
  const subjectRow = remembered(createSubjectRows(model, pack, words));
  const rowOf = new Map<string, RegisterRow>(rows.map((row) => [row.id, row]));
  const records = new Map(model.records.map((record) => [record.id, record]));
  const usedControls = new Set(proofTable(input).map(({ control }) => control.id));
  const threatsOn = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    for (const subject of row.subjects) {
      const list = threatsOn.get(subject);
      if (list === undefined) threatsOn.set(subject, [row]);
      else list.push(row);
    }
  }
  const nameOf = (id: string): string => {
    if (!subjects.has(id)) return id;
    const { name, source, target } = subjectRow(id);
    return source === '' && target === '' ? name : nameOfFlow(name, source, target, words);
  };
  const controlName = createControlNames(input);
  const linkTo = (id: string): Span => {
    const subject = subjects.get(id);
    if (subject !== undefined) {
      return isListed(subject) ? link(nameOf(id), anchorOf('element', id)) : nameOf(id);
    }
    const row = rowOf.get(id);
    if (row !== undefined) return link(row.title || id, anchorOf('threat', id));
    const record = records.get(id);
    if (record !== undefined) return link(record.title || id, anchorOf('record', id));
    return usedControls.has(id) ? link(controlName(id), anchorOf('control', id)) : controlName(id);
  };
  return {
    input,
    words,
    rows,
    said,
    subjects,
    subjectRow,
    nameOf,
    insideOf: (id) => {
      const subject = subjects.get(id);
      if (subject === undefined || 'source' in subject || subject.parent === null) return '';
      return nameOf(subject.parent);
    },
    controlName,
    linkTo,
    coverage: coverStride(input, input.threats),
    threatsOn: (subject) => threatsOn.get(subject) ?? [],
    personOf: (principal) => model.people[principal]?.name ?? '',
    dayOf,
  };
}

/** Whether a subject has a place of its own in the report: notes say nothing to judge, references are told where they lead. */
export const isListed = (subject: Element | Flow): boolean =>
  'source' in subject || (subject.kind !== 'note' && subject.kind !== 'ref');

/** Whether the threat still asks for work: nobody has decided, or must again. */
export const isOpenRow = ({ state, confirmAgain, broken, outOfScope }: RegisterRow): boolean =>
  !outOfScope && (!isDecided(state) || confirmAgain || broken.length > 0);

/** Links to the threats of a subject in one cell. */
export const link = (text: string, to: string): Span => ({ kind: 'link', text, to });

/** Texts one after another with a separator between them. */
export const joined = (spans: readonly Span[], separator: string): Text =>
  spans.flatMap((span, at) => (at === 0 ? [span] : [separator, span]));

/** Link texts of what a threat is about. */
export function aboutOf({ subjects }: { readonly subjects: readonly SubjectId[] }, context: ReportContext): Text {
  if (subjects.length === 0) return [context.words.exported.wholeModel];
  return joined(subjects.map(context.linkTo), context.words.report.comma);
}

function nameOfFlow(name: string, source: string, target: string, words: Words): string {
  return name.includes('→') ? name : say(words.exported.report.flowFromTo, { label: name, source, target });
}

function remembered<Value>(make: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    const old = known.get(id);
    if (old !== undefined) return old;
    const value = make(id);
    known.set(id, value);
    return value;
  };
}

function dayOf(at: number): string {
  // eslint-disable-next-line no-restricted-globals -- converts a given time, does not read the clock
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
