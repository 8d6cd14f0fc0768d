/** Verbs of the clipboard: cut, paste, duplicate. */

import {
  absoluteBoxes,
  type CanvasPoint,
  DECISION_FIELDS,
  type Decision,
  type DiagramId,
  type Element,
  type ElementId,
  elementId,
  type SubjectId,
  THREAT_STATES,
  unionOf,
  writeElement,
  writeFlow,
} from '@strideboard/model';
import { type Clip, makeClip } from '../clip.ts';
import { logEntry } from '../decision-log.ts';
import { equalValues } from '../equality.ts';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { storedDiagram } from '../new-element.ts';
import { coordinate, orderAbove, orderAboveSiblings } from '../placing.ts';
import { isDecisionValue } from '../read-decisions.ts';
import { sortedKeys } from '../roots.ts';
import { deletion } from './delete.ts';

/** Deletes what was copied; as long as it stays deleted, pasting it here brings the same things back. */
const cut: Verb<{ readonly ids: readonly SubjectId[] }> = {
  name: 'cut',
  undoable: true,
  root: 'nodes',
  plan: (gesture, { ids }) => deletion.plan(gesture, { ids }),
};

/** Arguments of {@link paste}. */
export interface PasteArguments {
  readonly clip: Clip;
  /** Where the middle of what is pasted goes, absolute canvas px; `null` = where it was. */
  readonly at: CanvasPoint | null;
  /** The closed boundary it goes into, or `null`. */
  readonly parent: ElementId | null;
  readonly diagram?: DiagramId | null;
  /** Whether decisions come along to copies. */
  readonly withDecisions?: boolean;
  /** The board this is. */
  readonly board: string;
}

/** Pastes a clip: copies under new ids, or, when it was cut here and is still deleted, the things themselves with their decisions. */
const paste: Verb<PasteArguments> = {
  name: 'paste',
  undoable: true,
  root: 'nodes',
  plan(gesture, { clip, at, parent, diagram = null, withDecisions = false, board }) {
    if (clip.elements.length === 0) return refuse('nothing-given');
    if (!gesture.isParent(parent)) return refuse('not-a-boundary', parent === null ? [] : [parent]);
    const boxes = absoluteBoxes(clip.elements);
    const tops = clip.elements.filter((element) => element.parent === null);
    const around = unionOf(tops.flatMap(({ id }) => boxes.get(id) ?? [])) ?? { x: 0, y: 0, width: 0, height: 0 };
    const by =
      at === null
        ? { x: 0, y: 0 }
        : { x: Math.round(at.x - around.x - around.width / 2), y: Math.round(at.y - around.y - around.height / 2) };
    const home = parent === null ? undefined : gesture.element(parent);
    const stored = storedDiagram(gesture, home?.diagram ?? diagram);
    if (stored === undefined) return refuse('unknown-id', diagram === null ? [] : [diagram]);
    const target: Target = { parent, by, diagram: stored };
    return isCutHere(gesture, clip, board)
      ? bringBack(gesture, clip, target)
      : copy(gesture, clip, { ...target, withDecisions });
  },
};

interface Target {
  readonly parent: ElementId | null;
  /** Offset from the places in the clip, px. */
  readonly by: CanvasPoint;
  readonly diagram: DiagramId | null;
}

function isCutHere(gesture: Gesture, clip: Clip, board: string): boolean {
  if (clip.cut === null || clip.board !== board) return false;
  return clip.elements.every(({ id }) => equalValues(gesture.value('nodes', id, 'del'), clip.cut));
}

function bringBack(gesture: Gesture, clip: Clip, { parent, by, diagram }: Target): CommandResult {
  const back: string[] = [];
  const isBack = (id: string): boolean => back.includes(id) || gesture.element(id) !== undefined;
  for (const id of sortedKeys(gesture.roots.nodes)) {
    if (!equalValues(gesture.value('nodes', id, 'del'), clip.cut)) continue;
    gesture.restore('nodes', id);
    back.push(id);
  }
  for (const id of sortedKeys(gesture.roots.edges)) {
    if (!equalValues(gesture.value('edges', id, 'del'), clip.cut)) continue;
    const ends: unknown = gesture.value('edges', id, 'ends');
    if (!Array.isArray(ends) || !ends.every((end) => typeof end === 'string' && isBack(end))) continue;
    gesture.restore('edges', id);
    back.push(id);
  }
  const origin = parent === null ? { x: 0, y: 0 } : gesture.box(parent);
  for (const element of clip.elements) {
    if (diagram !== null) gesture.put('nodes', element.id, 'dia', diagram);
    if (element.parent !== null) continue;
    const [x, y] = [coordinate(element.x + by.x - origin.x), coordinate(element.y + by.y - origin.y)];
    if (x === null || y === null) return refuse('out-of-range', [element.id]);
    gesture.put('nodes', element.id, 'at', [parent, x, y]);
  }
  return accept(back);
}

function copy(gesture: Gesture, clip: Clip, target: Target & { readonly withDecisions: boolean }): CommandResult {
  const ids = new Map<string, string>([...clip.elements, ...clip.flows].map(({ id }) => [id, gesture.newId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const origin = target.parent === null ? { x: 0, y: 0 } : gesture.box(target.parent);
  let above = orderAboveSiblings(gesture, target.parent);
  for (const element of clip.elements) {
    if (element.kind === 'ref' && !isReferable(gesture, clip, element)) continue;
    const isTop = element.parent === null;
    const [x, y] = isTop
      ? [coordinate(element.x + target.by.x - origin.x), coordinate(element.y + target.by.y - origin.y)]
      : [element.x, element.y];
    if (x === null || y === null) return refuse('out-of-range', [element.id]);
    const placed: Element = {
      ...element,
      x,
      y,
      parent: element.parent === null ? target.parent : elementId(idOf(element.parent)),
      z: isTop ? above : element.z,
      memberOf: element.memberOf.map((id) => elementId(idOf(id))),
      of: element.of === null ? null : elementId(idOf(element.of)),
      diagram: target.diagram,
      lock: null,
      created: { by: gesture.author.principal, at: gesture.at },
    };
    if (isTop) above = orderAbove([above]);
    gesture.create({ root: 'nodes', id: idOf(element.id), record: writeElement(placed), notes: element.notes });
  }
  let flowAbove = orderAbove(gesture.model.flows.map(({ z }) => z));
  for (const flow of clip.flows) {
    const base = flow.route?.base ?? null;
    const route =
      flow.route === null
        ? null
        : base !== null && ids.has(base)
          ? { base: elementId(idOf(base)), points: flow.route.points }
          : null;
    const copied = {
      ...flow,
      source: elementId(idOf(flow.source)),
      target: elementId(idOf(flow.target)),
      route,
      diagram: null,
      z: flowAbove,
      created: { by: gesture.author.principal, at: gesture.at },
    };
    flowAbove = orderAbove([flowAbove]);
    gesture.create({ root: 'edges', id: idOf(flow.id), record: writeFlow(copied), notes: flow.notes });
  }
  if (target.withDecisions)
    for (const [threat, decision] of Object.entries(clip.decisions))
      copyDecision(gesture, threatOf(threat, ids), decision);
  return accept([...ids.values()]);
}

/** A reference to something that is neither in the clip nor on this board shows nothing. */
function isReferable(gesture: Gesture, { elements }: Clip, { of }: Element): boolean {
  return of !== null && (gesture.element(of) !== undefined || elements.some(({ id }) => id === of));
}

function threatOf(threat: string, ids: ReadonlyMap<string, string>): string {
  const [rule = '', ...subjects] = threat.split('~');
  return [rule, ...subjects.map((id) => ids.get(id) ?? id)].join('~');
}

function copyDecision(gesture: Gesture, threat: string, { state, basis, fields }: Decision): void {
  if (threat.includes('|') || threat.length > 200) return;
  const put = (field: string, after: unknown): void => {
    const key = `${threat}|${field}`;
    const log = logEntry(
      { key, before: null, after },
      { author: gesture.author, at: gesture.at, id: gesture.newId(), cause: 'decide' },
    );
    gesture.put('decisions', null, key, after);
    gesture.put(log.root, null, log.key, log.after);
  };
  if (THREAT_STATES.includes(state))
    put('state', [state, typeof basis === 'string' ? basis.slice(0, 4_000) : '', ...gesture.stamp]);
  for (const field of DECISION_FIELDS) {
    const value: unknown = fields[field];
    if (isDecisionValue(field, value)) put(field, value);
  }
}

/** Arguments of {@link duplicate}. */
export interface DuplicateArguments {
  readonly ids: readonly SubjectId[];
  /** How far beside the originals, px. */
  readonly dx: number;
  readonly dy: number;
  readonly withDecisions?: boolean;
}

/** Copies elements with what is inside and the flows among them, beside the originals and in the same boundary. */
const duplicate: Verb<DuplicateArguments> = {
  name: 'duplicate',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, dx, dy, withDecisions = false }) {
    const clip = makeClip(gesture.model, ids, '');
    const [first] = clip.elements;
    if (first === undefined) return refuse('nothing-given', ids);
    const { parent = null, diagram = null } = gesture.element(first.id) ?? {};
    const stored = storedDiagram(gesture, diagram);
    return copy(gesture, clip, { parent, by: { x: dx, y: dy }, diagram: stored ?? null, withDecisions });
  },
};

/** By the name they are called with. */
export const clipVerbs = Object.freeze({ cut, paste, duplicate });
