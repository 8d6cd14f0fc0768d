/** Threats as rows of plain words: what both lists, CSV and Markdown, say about each. */

import { type Element, type Flow, findCrossings, type Model, type SubjectId } from '@strideboard/model';
import type { PackIndex, Reference } from '@strideboard/packs';
import { labelOf, type Threat } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { createFactTexts } from './fact-text.ts';

/** One threat in words. Texts are not escaped; absent ones are empty. */
export interface ThreatRow {
  readonly threat: Threat;
  readonly id: string;
  readonly rule: string;
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
  /** The facts that made the rule true, as sentences. */
  readonly because: readonly string[];
  /** Where the claim comes from, as far as somebody has compared it with the original: lists for auditors claim nothing else. */
  readonly sources: readonly string[];
  /** What it is about; `null` = the whole model. */
  readonly subject: SubjectRow | null;
}

/** What a threat is about, in words. */
export interface SubjectRow {
  readonly id: SubjectId;
  readonly name: string;
  /** Kind of the stencil or boundary; for a flow the word for flows. */
  readonly kind: string;
  /** Flows only; empty for elements. */
  readonly source: string;
  readonly target: string;
  readonly crosses: readonly string[];
}

/** Builds the rows, in the order of the threats. */
export function threatRows({ model, pack, threats, controls, words }: ExportInput): readonly ThreatRow[] {
  const factText = createFactTexts(model, pack, words);
  const subjectRow = createSubjectRows(model, pack, words);
  const titleOf = new Map(model.diagrams.map(({ id, title }) => [id, title]));
  const firstTitle = model.diagrams[0]?.title ?? '';
  const recordTitle = new Map(model.records.map(({ id, title }) => [id, title]));
  const byId = new Map<string, Element | Flow>([...model.elements, ...model.flows].map((item) => [item.id, item]));
  return threats.map((threat): ThreatRow => {
    const { finding, decision, state, severity, confirmAgain } = threat;
    const [subject] = finding.subjects;
    const diagram = (subject === undefined ? null : byId.get(subject)?.diagram) ?? null;
    const { common, exported } = words;
    const stamp = threat.standing === null ? decision : threat.standing.created;
    const notes = [
      finding.outOfScope ? exported.outOfScope : '',
      confirmAgain ? exported.confirmAgain : '',
      threat.standing === null ? '' : exported.standing,
      ...threat.broken.map((id) => say(exported.brokenAssumption, { title: recordTitle.get(id) ?? id })),
    ].filter(Boolean);
    return {
      threat,
      id: finding.id,
      rule: finding.rule,
      title: finding.title,
      categories: finding.letters.map((letter) => common.letters[letter]),
      diagram: (diagram === null ? undefined : titleOf.get(diagram)) ?? firstTitle,
      severity: common.severities[severity],
      state: notes.length === 0 ? common.states[state] : `${common.states[state]} (${notes.join('; ')})`,
      description: finding.why,
      justification: threat.standing === null ? textOf(decision?.fields.why) : threat.standing.why,
      changedBy: stamp?.by ?? '',
      changedAt: stamp === null ? '' : isoTime(stamp.at),
      owner: threat.standing === null ? textOf(decision?.fields.owner) : threat.standing.owner,
      mitigations: finding.controls.map((id) => (Object.hasOwn(controls, id) ? (controls[id] ?? id) : id)),
      because: finding.because.map(factText),
      sources: finding.references.filter(({ checked }) => checked).map(sourceText),
      subject: subject === undefined ? null : subjectRow(subject),
    };
  });
}

const sourceText = ({ key, id }: Reference): string => (id === '' ? key : `${key} ${id}`);

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The time in UTC without milliseconds; '' for what no calendar holds. */
function isoTime(at: number): string {
  // eslint-disable-next-line no-restricted-globals -- converts a given time, does not read the clock
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d+Z$/u, 'Z');
}

function createSubjectRows(model: Model, pack: PackIndex, words: Words): (id: SubjectId) => SubjectRow {
  const elements = new Map<string, Element>(model.elements.map((element) => [element.id, element]));
  const flows = new Map<string, Flow>(model.flows.map((flow) => [flow.id, flow]));
  const crossings = findCrossings(model);
  const nameOf = (id: string): string => {
    const element = elements.get(id);
    return element === undefined ? id : labelOf(element, pack);
  };
  const kindOf = (element: Element): string => pack.typeLabel(element.type) ?? words.common.kinds[element.kind];
  return (id) => {
    const flow = flows.get(id);
    if (flow === undefined) {
      const element = elements.get(id);
      return {
        id,
        name: nameOf(id),
        kind: element === undefined ? '' : kindOf(element),
        source: '',
        target: '',
        crosses: [],
      };
    }
    const [source, target] = [elements.get(flow.source), elements.get(flow.target)];
    const ends = source === undefined || target === undefined ? undefined : { source, target };
    const number = flow.order === '' || flow.label === '' ? flow.order : `${flow.order} `;
    return {
      id,
      name: flow.label.trim() === '' && flow.order === '' ? labelOf(flow, pack, ends) : `${number}${flow.label}`.trim(),
      kind: words.common.kinds.flow,
      source: nameOf(flow.source),
      target: nameOf(flow.target),
      crosses: (crossings.get(flow.id) ?? []).map(nameOf),
    };
  };
}
