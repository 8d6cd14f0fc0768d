import {
  assemble,
  DECISION_FIELDS,
  type Decision,
  type Diagram,
  EMPTY_MODEL,
  type Element,
  type Flow,
  isOrderKey,
  isRoomId,
  type Model,
  readElement,
  readFlow,
  SCHEMA,
  writeElement,
  writeFlow,
} from '@strideboard/model';
import { accessTo, LIMITS } from '@strideboard/wire';
import { equalValues, storable } from '../equality.ts';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { isDecisionValue } from '../read-decisions.ts';
import { wasEverUsed } from '../roots.ts';
import { isRegisterStorable, planRegister } from './import-register.ts';

/** Makes a model the first content of a board that never had any, keeping its ids. Refused for any other board and for an invalid model. */
export const importFirst: Verb<Model> = {
  name: 'import',
  // How a board begins is not an edit: one Ctrl+Z too many must not empty it.
  undoable: false,
  root: 'nodes',
  plan(gesture, model) {
    const { nodes, edges, diagrams, decisions, manual, records, trees, controls } = gesture.roots;
    if ([nodes, edges, diagrams, decisions, manual, records, trees, controls].some(wasEverUsed))
      return refuse('board-not-empty');
    const problem = modelProblem(model);
    if (problem !== null) return problem;
    const leftOut = planFrame(gesture, model);
    for (const diagram of model.diagrams)
      gesture.create({ root: 'diagrams', id: diagram.id, notes: null, record: writeDiagram(diagram) });
    for (const element of model.elements)
      gesture.create({ root: 'nodes', id: element.id, notes: element.notes, record: writeElement(element) });
    for (const flow of model.flows)
      gesture.create({ root: 'edges', id: flow.id, notes: flow.notes, record: writeFlow(flow) });
    for (const [threat, decision] of Object.entries(model.decisions)) planDecision(gesture, threat, decision);
    planRegister(gesture, model);
    const ids = [...model.elements.map(({ id }) => id), ...model.flows.map(({ id }) => id)];
    return leftOut.length === 0 ? accept(ids) : { ok: true, ids, skipped: leftOut };
  },
};

/** Settings are a facilitator's: from anybody else they are left out and named, and the rest of the file comes in. */
function planFrame(gesture: Gesture, { meta: { created, ...meta }, settings }: Model): readonly string[] {
  for (const [key, value] of Object.entries(meta))
    if (value !== '' && !equalValues(value, [])) gesture.put('meta', null, key, value);
  if (created !== null) gesture.put('meta', null, 'created', [created.by, created.at]);
  const { packs, method, grid, defaults } = settings;
  const given = [
    ['packs', packs, packs.length > 0],
    ['method', method, Object.keys(method).length > 0],
    ['grid', grid, grid !== EMPTY_MODEL.settings.grid],
    ['defaults', defaults, Object.keys(defaults).length > 0],
  ] as const;
  const written = given.flatMap(([key, value, isGiven]) => (isGiven ? [{ key, value }] : []));
  if (accessTo('settings', gesture.author.role) === 'none') return written.map(({ key }) => key);
  for (const { key, value } of written) gesture.put('settings', null, key, value);
  return [];
}

const writeDiagram = ({ title, details, z }: Diagram): Record<string, unknown> => ({ title, details, z });

/** Decisions of the file keep their own author and time; the log begins with what happens on this board. */
function planDecision(gesture: Gesture, threat: string, { state, basis, by, at, fields }: Decision): void {
  gesture.put('decisions', null, `${threat}|state`, [state, basis, by, at]);
  for (const [field, value] of Object.entries(fields)) gesture.put('decisions', null, `${threat}|${field}`, value);
}

/** The model must come back from the document as it went in: what would be cut, defaulted, lifted or hidden makes it invalid. */
export function modelProblem(model: Model): CommandResult | null {
  if (model.settings.schema > SCHEMA || !isFrameValid(model) || !isRegisterStorable(model))
    return refuse('model-invalid');
  const undecidable = Object.entries(model.decisions).filter(
    ([threat, decision]) => !isDecisionStorable(threat, decision),
  );
  if (undecidable.length > 0)
    return refuse(
      'model-invalid',
      undecidable.map(([threat]) => threat),
    );
  const register = [...model.manual, ...model.controls, ...model.standing, ...model.records, ...model.trees];
  const ids = [...model.elements, ...model.flows, ...model.diagrams, ...register].map(({ id }): string => id);
  const seen = new Set<string>();
  const bad = ids.filter((id) => !isRoomId(id) || seen.size === seen.add(id).size);
  if (bad.length > 0) return refuse('id-taken', [...new Set(bad)]);
  const long = [...model.elements, ...model.flows].filter(({ notes }) => notes.length > LIMITS.longText);
  if (long.length > 0)
    return refuse(
      'text-too-long',
      long.map(({ id }) => id),
    );
  const elements = model.elements.map((element) => readElement(element.id, writeElement(element), element.notes));
  const flows = model.flows.map((flow) => readFlow(flow.id, writeFlow(flow), flow.notes));
  const assembled = assemble(elements, flows, model.diagrams);
  const shown = new Map<string, Element | Flow>(
    [...assembled.elements, ...assembled.flows].map((item) => [item.id, item]),
  );
  const altered = [...model.elements, ...model.flows].filter((item) => !sameFacts(item, shown.get(item.id)));
  return altered.length > 0
    ? refuse(
        'model-invalid',
        altered.map(({ id }) => id),
      )
    : null;
}

function sameFacts(given: Element | Flow, shown: Element | Flow | undefined): boolean {
  if (shown === undefined) return false;
  return equalValues('memberOf' in given ? { ...given, memberOf: [...given.memberOf].sort() } : given, shown);
}

function isFrameValid({ meta, settings, diagrams }: Model): boolean {
  const short = [meta.title, meta.owner, ...diagrams.map(({ title }) => title)];
  const long = [meta.summary, meta.system, ...meta.reviewers];
  return (
    short.every((text) => text.length <= LIMITS.label) &&
    long.every((text) => text.length <= LIMITS.text) &&
    diagrams.every(({ z }) => isOrderKey(z)) &&
    [settings.method, settings.defaults].every((scalars) => storable(scalars) !== undefined)
  );
}

const isDecisionStorable = (threat: string, { basis, by, fields }: Decision): boolean =>
  threat !== '' &&
  !threat.includes('|') &&
  basis.length <= LIMITS.text &&
  by.length <= 100 &&
  DECISION_FIELDS.every((field) => fields[field] === undefined || isDecisionValue(field, fields[field]));
