/** Verbs about the model as a whole: its diagrams, references between them, its details and settings. */

import {
  type Diagram,
  type DiagramId,
  type ElementId,
  isPropertyValue,
  type ModelMeta,
  type ModelSettings,
  type Scalar,
  withDescendants,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { planElement } from '../new-element.ts';
import { arePacks } from '../board-packs.ts';
import { orderAbove, orderBetween } from '../placing.ts';
import { packChanges } from './pack-changes.ts';

/** Arguments of {@link addDiagram}; `details` is the element that the diagram details. */
export interface AddDiagramArguments {
  readonly title: string;
  readonly details?: ElementId;
}

/**
 * Adds a diagram after the others; gives its id. A model without a listed diagram has one untitled diagram all the same: that one gets its
 * record first, so that what was drawn stays where it is.
 */
const addDiagram: Verb<AddDiagramArguments> = {
  name: 'addDiagram',
  undoable: true,
  root: 'diagrams',
  plan(gesture, { title, details }) {
    if (title.length > LIMITS.label) return refuse('text-too-long');
    if (details !== undefined && gesture.element(details) === undefined) return refuse('unknown-id', [details]);
    const orders = gesture.model.diagrams.map(({ z }) => z);
    if (orders.length === 0) orders.push(planDiagram(gesture, { title: '', z: orderAbove([]) }).z);
    const { id } = planDiagram(gesture, {
      title,
      z: orderAbove(orders),
      ...(details === undefined ? {} : { details }),
    });
    return accept([id]);
  },
};

function planDiagram(
  gesture: Gesture,
  record: { readonly title: string; readonly z: string; readonly details?: string },
) {
  const id = gesture.newId();
  gesture.create({ root: 'diagrams', id, notes: null, record });
  return { id, z: record.z };
}

const diagramOf = (gesture: Gesture, id: string): Diagram | undefined =>
  gesture.model.diagrams.find((diagram) => diagram.id === id);

/** Gives a diagram its title. */
const renameDiagram: Verb<{ readonly diagram: DiagramId; readonly title: string }> = {
  name: 'renameDiagram',
  undoable: true,
  root: 'diagrams',
  plan(gesture, { diagram, title }) {
    if (diagramOf(gesture, diagram) === undefined) return refuse('unknown-id', [diagram]);
    if (title.length > LIMITS.label) return refuse('text-too-long');
    gesture.put('diagrams', diagram, 'title', title);
    return accept([diagram]);
  },
};

/** Deletes an empty diagram, or one `with` the elements on it and all references to them elsewhere; the last one stays. */
const deleteDiagram: Verb<{ readonly diagram: DiagramId; readonly with?: 'elements' }> = {
  name: 'deleteDiagram',
  undoable: true,
  root: 'diagrams',
  plan(gesture, { diagram, with: along }) {
    const { diagrams, elements, flows } = gesture.model;
    if (diagramOf(gesture, diagram) === undefined) return refuse('unknown-id', [diagram]);
    if (diagrams.length < 2) return refuse('last-diagram', [diagram]);
    const shown = diagrams[0]?.id === diagram ? null : diagram;
    const on = elements.filter((element) => element.diagram === shown).map(({ id }) => id);
    if (on.length > 0 && along !== 'elements') return refuse('diagram-not-empty', on);
    const going = new Set(on);
    const references = elements.filter(({ of }) => of !== null && going.has(of)).map(({ id }) => id);
    const gone = new Set([...going, ...references]);
    const tuple = [...gesture.stamp, gesture.id];
    gesture.put('diagrams', diagram, 'del', tuple);
    for (const id of gone) gesture.put('nodes', id, 'del', tuple);
    const hanging = flows.filter(({ source, target }) => gone.has(source) || gone.has(target));
    for (const { id } of hanging) gesture.put('edges', id, 'del', tuple);
    return accept([diagram]);
  },
};

/** Puts a diagram before another, or last. */
const moveDiagram: Verb<{ readonly diagram: DiagramId; readonly before: DiagramId | null }> = {
  name: 'moveDiagram',
  undoable: true,
  root: 'diagrams',
  plan(gesture, { diagram, before }) {
    const { diagrams } = gesture.model;
    const others = diagrams.filter(({ id }) => id !== diagram);
    if (others.length === diagrams.length) return refuse('unknown-id', [diagram]);
    const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
    if (at < 0) return refuse('unknown-id', before === null ? [] : [before]);
    gesture.put('diagrams', diagram, 'z', orderBetween(others[at - 1]?.z ?? null, others[at]?.z ?? null));
    const first = at === 0 ? diagram : others[0]?.id;
    const oldFirst = diagrams[0]?.id;
    if (oldFirst !== undefined && first !== oldFirst) settleFirst(gesture, oldFirst);
    return accept([diagram]);
  },
};

/** What names no diagram is on the first: before another becomes the first, it gets the name of the one it is on. */
function settleFirst(gesture: Gesture, oldFirst: DiagramId): void {
  for (const { id, diagram } of gesture.model.elements) if (diagram === null) gesture.put('nodes', id, 'dia', oldFirst);
}

/** Arguments of {@link show}: which element, on which diagram (`null` = the first), where, px. */
export interface ShowArguments {
  readonly element: ElementId;
  readonly diagram: DiagramId | null;
  readonly x: number;
  readonly y: number;
}

/** Shows an element on another diagram by reference; gives the reference's id. */
const show: Verb<ShowArguments> = {
  name: 'show',
  undoable: true,
  root: 'nodes',
  plan(gesture, { element: id, diagram, x, y }) {
    const element = gesture.element(id);
    if (element === undefined) return refuse('unknown-id', [id]);
    if (element.kind === 'ref' || element.kind === 'note') return refuse('not-an-element', [id]);
    const target = settledDiagram(gesture, diagram);
    if (target === undefined) return refuse('unknown-id', diagram === null ? [] : [diagram]);
    if (target === element.diagram) return refuse('same-diagram', [id]);
    const { width, height } = element;
    const size = element.kind === 'boundary' ? { width: 160, height: 60 } : { width, height };
    return planElement(gesture, { kind: 'ref', type: '', at: { parent: null, x, y }, size, of: id, diagram: target });
  },
};

/** The diagram as elements name it: `null` for the first one; `undefined` when there is no such diagram. */
function settledDiagram(gesture: Gesture, diagram: DiagramId | null): DiagramId | null | undefined {
  if (diagram === null || gesture.model.diagrams[0]?.id === diagram) return null;
  return diagramOf(gesture, diagram)?.id;
}

/** Arguments of {@link moveToDiagram}. */
export interface MoveToDiagramArguments {
  readonly ids: readonly ElementId[];
  readonly diagram: DiagramId | null;
}

/** Moves elements with what is inside to another diagram, at the same place. Refused while flows join them to what stays behind. */
const moveToDiagram: Verb<MoveToDiagramArguments> = {
  name: 'moveToDiagram',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, diagram }) {
    if (ids.length === 0) return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    const target = settledDiagram(gesture, diagram);
    if (target === undefined) return refuse('unknown-id', diagram === null ? [] : [diagram]);
    const moved = withDescendants(ids, gesture.model.elements);
    const going = new Set(moved.map(({ id }) => id));
    const torn = gesture.model.flows.filter(({ source, target: end }) => going.has(source) !== going.has(end));
    if (torn.length > 0)
      return refuse(
        'flows-stay-behind',
        torn.map(({ id }) => id),
      );
    const stored = target ?? gesture.model.diagrams[0]?.id ?? null;
    for (const { id, parent } of moved) {
      gesture.put('nodes', id, 'dia', stored);
      if (parent !== null && going.has(parent)) continue;
      const { x, y } = gesture.box(id);
      gesture.put('nodes', id, 'at', [null, x, y]);
    }
    return accept(ids);
  },
};

/** What is given changes, the rest stays. */
export type SetMetaArguments = Partial<Omit<ModelMeta, 'created'>>;

/** Says what the model is about. */
const setMeta: Verb<SetMetaArguments> = {
  name: 'setMeta',
  undoable: true,
  root: 'meta',
  plan(gesture, fields) {
    const limits = { title: LIMITS.label, owner: LIMITS.label, summary: LIMITS.text, system: LIMITS.text };
    for (const [field, value] of Object.entries(fields)) {
      if (field === 'reviewers') {
        const isList =
          Array.isArray(value) &&
          value.length <= 200 &&
          value.every((name) => typeof name === 'string' && name.length <= LIMITS.text);
        if (!isList) return refuse('value-unreadable', [field]);
      } else {
        const limit = Object.entries(limits).find(([name]) => name === field)?.[1];
        if (limit === undefined || typeof value !== 'string') return refuse('value-unreadable', [field]);
        if (value.length > limit) return refuse('text-too-long', [field]);
      }
      gesture.put('meta', null, field, value);
    }
    return accept([]);
  },
};

/** What is given changes, the rest stays. The schema is not a setting that people change. */
export type SetSettingsArguments = Partial<Omit<ModelSettings, 'schema'>>;

/** Changes what holds for the whole model; facilitators only, never in history. Of packs only what differs is written, each for itself. */
const setSettings: Verb<SetSettingsArguments> = {
  name: 'setSettings',
  undoable: false,
  root: 'settings',
  plan(gesture, { packs, method, grid, defaults }): CommandResult {
    if (packs !== undefined) {
      if (!arePacks(packs)) return refuse('value-unreadable', ['packs']);
      const { roots, model } = gesture;
      for (const { key, value } of packChanges(roots, model.settings.packs, packs))
        gesture.put('settings', null, key, value);
    }
    if (grid !== undefined) {
      if (!Number.isInteger(grid) || grid < 0 || grid > 200) return refuse('out-of-range', ['grid']);
      gesture.put('settings', null, 'grid', grid);
    }
    for (const [key, value] of Object.entries({ method, defaults })) {
      if (value === undefined) continue;
      if (!areScalars(value)) return refuse('value-unreadable', [key]);
      gesture.put('settings', null, key, { ...value });
    }
    return accept([]);
  },
};

const areScalars = (values: Readonly<Record<string, Scalar>>): boolean =>
  Object.entries(values).length <= 200 &&
  Object.entries(values).every(
    ([name, value]) =>
      name.length <= 64 &&
      !['__proto__', 'prototype', 'constructor'].includes(name) &&
      isPropertyValue(value) &&
      !Array.isArray(value),
  );

/** By the name they are called with. */
export const diagramVerbs = Object.freeze({
  addDiagram,
  renameDiagram,
  deleteDiagram,
  moveDiagram,
  show,
  moveToDiagram,
  setMeta,
  setSettings,
});
