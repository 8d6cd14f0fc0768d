/** Bringing a model into a board that has content: as something new beside it, or as a newer state of what came in before. */

import { type CanvasPoint, type DiagramId, type Model, mitigationKey, writeApplied } from '@strideboard/model';
import { equalValues } from '../equality.ts';
import { type Gesture, refuse, type Verb } from '../gesture.ts';
import { storedDiagram } from '../new-element.ts';
import { unique } from '../placing.ts';
import { PEOPLE_LIMIT, readEarlierPeople } from '../read-frame.ts';
import { planDecisions } from './import-decisions.ts';
import { modelProblem } from './import-first.ts';
import { type Matches, matchModel, NO_MATCHES } from './import-match.ts';
import { placeNew } from './import-place.ts';
import { nestedOf } from './import-register.ts';
import { idsOf, renamed } from './import-rename.ts';
import { withNewOrder } from './import-order.ts';
import { planUpdates } from './import-update.ts';

/** Arguments of {@link importModel}. */
export interface ImportModelArguments {
  readonly model: Model;
  /**
   * `add` brings everything in under new ids. `merge` looks for what is on the board already: that takes over label, type, properties and
   * ends but keeps its place; the rest is added; what is not in the model any more is named in the result, never deleted.
   */
  readonly mode: 'add' | 'merge';
  /** Where the middle of what is added to the diagram goes, canvas px; absent = beside what is there. Of no use to `merge`. */
  readonly at?: CanvasPoint;
  /** The diagram that takes what is on the model's first one; absent or `null` = the first. The model's other diagrams come as further ones. */
  readonly diagram?: DiagramId | null;
}

/**
 * Brings in a model as one gesture. `ids` names what was added and updated, `missing` what a merge did not find in the model, and `skipped`
 * what was left alone: ids of locked things and of flows that lost an end, threats that are decided otherwise here, and `meta`, `settings`,
 * `comments`, `decisionLog`, `standing` for parts that belong to the board they were made on.
 */
export const importModel: Verb<ImportModelArguments> = {
  name: 'importModel',
  undoable: true,
  root: 'nodes',
  plan(gesture, { model: given, mode, at, diagram = null }) {
    const model: Model = { ...given, comments: [], decisionLog: [] };
    const problem = modelProblem(model);
    if (problem !== null) return problem;
    const target = storedDiagram(gesture, diagram);
    if (target === undefined) return refuse('unknown-id', diagram === null ? [] : [diagram]);
    const isMerge = mode === 'merge';
    const matches = isMerge ? matchModel(gesture.model, model) : NO_MATCHES;
    const ids = newIds(gesture, model, matches);
    const whole = renamed(model, ids);
    const there = new Set(matches.ids.values());
    const fresh = withNewOrder(gesture.model, newParts(whole, there, isMerge));
    const placed = placeNew(gesture, { whole, fresh, at: isMerge ? 'same' : (at ?? 'beside'), target });
    if (placed === null) return refuse('out-of-range');
    for (const creation of [...placed.creations, ...nestedOf(fresh)]) gesture.create(creation);
    const updates = planUpdates(gesture, { whole, there, sources: sourcesOf(model, ids), placed });
    planLinks(gesture, whole);
    const decided = planDecisions(gesture, whole.decisions, { withGeneral: isMerge, known: new Set(ids.values()) });
    planPeople(gesture, model);
    const oldIds = new Map([...ids].map(([before, after]) => [after, before]));
    const leftOut = placed.leftOut.map((id) => oldIds.get(id) ?? id);
    return {
      ok: true,
      ids: [...placed.ids, ...updates.changed],
      missing: matches.missing,
      skipped: unique([...updates.locked, ...leftOut, ...decided, ...partsLeftOut(gesture.model, given, isMerge)]),
    };
  },
};

/** What is on the board keeps its id, everything else gets a random one. */
function newIds(gesture: Gesture, model: Model, matches: Matches): ReadonlyMap<string, string> {
  return new Map(idsOf(model).map((id) => [id, matches.ids.get(id) ?? gesture.newId()]));
}

/** What of the model is not on the board yet. */
function newParts(whole: Model, there: ReadonlySet<string>, isMerge: boolean): Model {
  const isNew = ({ id }: { readonly id: string }): boolean => !there.has(id);
  return {
    ...whole,
    diagrams: whole.diagrams.filter(isNew),
    elements: whole.elements.filter(isNew),
    flows: whole.flows.filter(isNew),
    manual: whole.manual.filter(isNew),
    controls: whole.controls.filter(isNew),
    // What holds for a whole model would now hold for what was on the board before, too.
    standing: whole.standing.filter((standing) => isNew(standing) && (isMerge || !isGeneral(standing.scope))),
    records: whole.records.filter(isNew),
    trees: whole.trees.filter(isNew),
  };
}

const isGeneral = (scope: string): boolean => scope === 'model' || scope.startsWith('tag:');

/** The identities that the model itself gives its elements and flows, by id on the board. */
function sourcesOf({ elements, flows }: Model, ids: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...elements, ...flows].flatMap(({ id, importedFrom }): [string, string][] =>
      importedFrom === null ? [] : [[ids.get(id) ?? id, importedFrom]],
    ),
  );
}

/** Links between threats, controls and elements are single keys: what is there stays as it is. */
function planLinks(gesture: Gesture, { applied, mitigations }: Model): void {
  for (const link of applied) {
    if (gesture.value('applied', null, `${link.control}|${link.element}|on`) !== null) continue;
    for (const [key, value] of writeApplied(link)) gesture.put('applied', null, key, value);
  }
  for (const link of mitigations) gesture.put('mitigates', null, mitigationKey(link), 1);
}

/** Decisions and records name people by principal: their names come along, as far as they are not known here. */
function planPeople(gesture: Gesture, { people }: Model): void {
  const unknown = Object.entries(people).filter(([principal]) => !Object.hasOwn(gesture.model.people, principal));
  if (unknown.length === 0) return;
  const list = [...readEarlierPeople(gesture.roots), ...unknown].map(([principal, { name, colour }]) => [
    principal,
    name,
    colour,
  ]);
  gesture.put('meta', null, 'people', list.slice(0, PEOPLE_LIMIT));
}

/** Parts of the model that were not brought in, by name. */
function partsLeftOut(board: Model, given: Model, isMerge: boolean): readonly string[] {
  const { created: _, ...meta } = given.meta;
  const said = Object.entries(meta).filter(([, value]) => value !== '' && !equalValues(value, []));
  const { packs, method, defaults } = given.settings;
  const chosen = Object.entries({ packs, method, defaults }).filter(([, value]) => Object.keys(value).length > 0);
  const differs = (entries: readonly [string, unknown][], from: object): boolean =>
    entries.some(([name, value]) => !equalValues(Reflect.get(from, name), value));
  const parts: readonly (readonly [string, boolean])[] = [
    ['meta', differs(said, board.meta)],
    ['settings', differs(chosen, board.settings)],
    ['comments', given.comments.length > 0],
    ['decisionLog', given.decisionLog.length > 0],
    ['standing', !isMerge && given.standing.some(({ scope }) => isGeneral(scope))],
  ];
  return parts.flatMap(([part, isLeftOut]) => (isLeftOut ? [part] : []));
}
