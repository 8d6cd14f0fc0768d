/**
 * From the shared document to the model every reader sees. Pure in effect: it reads, never writes, and the same document gives the same
 * model everywhere. It keeps what it read by id, so that a change re-reads only what changed and everything else keeps its identity:
 * a change of text, size or property replaces one object; a change of place, ends, kind, membership or deletion assembles anew.
 */

import {
  assemble,
  EMPTY_MODEL,
  EMPTY_WORKSHOP,
  isRoomId,
  type Model,
  type ModelIssue,
  type ReadElement,
  type ReadFlow,
  readElement,
  readFlow,
  threatsShown,
  type Workshop,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { deepFreeze, equalValues } from './equality.ts';
import { createDecisionProjection, patchDecisions } from './project-decisions.ts';
import { type TouchedDecisions, touchDecision } from './read-decisions.ts';
import { allSideKeys, EMPTY_SIDE, type SideFactory, type SideProjection, type SideRoot } from './side.ts';
import {
  isNewerSchema,
  type Person,
  readDiagrams,
  readEarlierPeople,
  readMeta,
  readPeople,
  readSettings,
} from './read-frame.ts';
import { replaceEach, reuse, reuseEach, reuseMembers, reusePeople, sameParts } from './reuse.ts';
import { type Roots, recordAt, sortedKeys, textAt } from './roots.ts';

/** What must be read again: ids of elements, flows and threats, and whether the frame or the people changed. */
export interface Dirty {
  readonly nodes: Set<string>;
  readonly edges: Set<string>;
  readonly threats: TouchedDecisions;
  frame: boolean;
  people: boolean;
  /** Keys of the register and the workshop. */
  readonly side: Map<SideRoot, Set<string>>;
}

/** What a document shows at one moment. */
export interface View {
  readonly model: Model;
  readonly issues: readonly ModelIssue[];
  readonly people: ReadonlyMap<string, Person>;
  readonly workshop: Workshop;
  readonly readOnly: boolean;
}

/** A view that can be brought up to date. */
export interface Projection {
  /** The view as of the last patch. */
  view(): View;
  /** Reads again what is dirty. Returns the same view when nothing visible changed. */
  patch(dirty: Dirty): View;
  /** Brings in what stands beside the drawing; the next patch must read all of its keys, which are marked here. */
  extend(factory: SideFactory, dirty: Dirty): void;
}

/** Nothing to read again. */
export const cleanSlate = (): Dirty => ({
  nodes: new Set(),
  edges: new Set(),
  threats: new Map(),
  frame: false,
  people: false,
  side: new Map(),
});

/** Projects the whole document once and stands ready for patches. */
export function createProjection(roots: Roots): Projection {
  const elements = new Map<string, ReadElement>();
  const flows = new Map<string, ReadFlow>();
  const decisions = createDecisionProjection(roots.decisions);
  let side: SideProjection | null = null;
  let shown: ReadonlySet<string> = new Set();
  let drawingIssues: readonly ModelIssue[] = [];
  let view: View = {
    model: { ...EMPTY_MODEL, meta: readMeta(roots), settings: readSettings(roots) },
    issues: [],
    people: new Map(),
    workshop: EMPTY_WORKSHOP,
    readOnly: false,
  };

  const patch = (dirty: Dirty): View => {
    const before = view.model;
    const elementPatch = patchReads({
      cache: elements,
      ids: dirty.nodes,
      read: (id) => readNode(roots, id),
      keepsStructure: sameElementStructure,
    });
    const flowPatch = patchReads({
      cache: flows,
      ids: dirty.edges,
      read: (id) => readEdge(roots, id),
      keepsStructure: sameFlowStructure,
    });
    let shownElements = before.elements;
    let shownFlows = before.flows;
    const diagrams = dirty.frame ? reuseEach(before.diagrams, readDiagrams(roots)) : before.diagrams;
    const settings = dirty.frame ? reuse(before.settings, readSettings(roots)) : before.settings;
    const isReassembled =
      elementPatch.structural || flowPatch.structural || settings !== before.settings || diagrams !== before.diagrams;
    if (isReassembled) {
      const assembled = assemble(elements.values(), flows.values(), diagrams);
      shownElements = reuseEach(before.elements, assembled.elements);
      shownFlows = reuseEach(before.flows, assembled.flows);
      const newer: readonly ModelIssue[] = isNewerSchema(settings) ? [{ code: 'schema-newer', ids: [] }] : [];
      drawingIssues = [...newer, ...assembled.issues];
    } else {
      shownElements = replaceEach(before.elements, elementPatch.replaced, (shown, { element }) => ({
        ...element,
        parent: shown.parent,
        x: shown.x,
        y: shown.y,
        memberOf: shown.memberOf,
        diagram: shown.diagram,
      }));
      shownFlows = replaceEach(before.flows, flowPatch.replaced, (_, { flow }) => flow);
    }

    const changedDecisions = decisions.read(dirty.threats);
    const shownBefore = shown;
    if (isReassembled)
      shown = reuseMembers(shown, new Set([...shownElements, ...shownFlows, ...diagrams].map(({ id }) => id)));
    const { register, workshop, issues: sideIssues } = side?.patch(dirty.side, shown) ?? EMPTY_SIDE;
    const isOtherShown = shown !== shownBefore || register.manual !== before.manual;
    const isShown = threatsShown(shown, register.manual);
    const people = dirty.people ? reusePeople(view.people, readPeople(roots)) : view.people;
    const model: Model = {
      meta: dirty.frame ? reuse(before.meta, readMeta(roots)) : before.meta,
      settings,
      diagrams,
      elements: shownElements,
      flows: shownFlows,
      decisions: isOtherShown
        ? decisions.visible(before.decisions, isShown)
        : patchDecisions(before.decisions, changedDecisions, isShown),
      people:
        dirty.people || dirty.frame
          ? reuse(before.people, contributors(readEarlierPeople(roots), people))
          : before.people,
      ...register,
    };
    const next: View = {
      model: sameParts(before, model) ? before : Object.freeze(model),
      issues: reuse(view.issues, [...drawingIssues, ...sideIssues]),
      people,
      workshop,
      readOnly: isNewerSchema(settings),
    };
    if (!sameParts(view, next)) view = next;
    return view;
  };

  patch(everything(roots));
  return {
    view: () => view,
    patch,
    extend(factory, dirty) {
      side ??= factory(roots);
      for (const [root, keys] of allSideKeys(roots)) dirty.side.set(root, new Set(keys));
    },
  };
}

function everything(roots: Roots): Dirty {
  const threats: TouchedDecisions = new Map();
  for (const key of sortedKeys(roots.decisions)) touchDecision(threats, key);
  return {
    nodes: new Set(sortedKeys(roots.nodes)),
    edges: new Set(sortedKeys(roots.edges)),
    threats,
    frame: true,
    people: true,
    side: new Map(),
  };
}

function readNode(roots: Roots, id: string): ReadElement | null {
  const record = recordAt(roots.nodes, id);
  return record === null || !isRoomId(id) ? null : readElement(id, record, notesOf(roots, id));
}

function readEdge(roots: Roots, id: string): ReadFlow | null {
  const record = recordAt(roots.edges, id);
  return record === null || !isRoomId(id) ? null : readFlow(id, record, notesOf(roots, id));
}

const notesOf = (roots: Roots, id: string): string =>
  textAt(roots.text, `${id}|notes`)?.toJSON().slice(0, LIMITS.longText) ?? '';

interface ReadPatch<Read> {
  readonly cache: Map<string, Read>;
  readonly ids: ReadonlySet<string>;
  readonly read: (id: string) => Read | null;
  readonly keepsStructure: (before: Read, after: Read) => boolean;
}

function patchReads<Read>({ cache, ids, read, keepsStructure }: ReadPatch<Read>): {
  readonly structural: boolean;
  readonly replaced: ReadonlyMap<string, Read>;
} {
  let structural = false;
  const replaced = new Map<string, Read>();
  for (const id of ids) {
    const before = cache.get(id) ?? null;
    const after = read(id);
    if (equalValues(before, after)) continue;
    if (after === null) cache.delete(id);
    else cache.set(id, deepFreeze(after));
    if (before !== null && after !== null && keepsStructure(before, after)) replaced.set(id, after);
    else structural = true;
  }
  return { structural, replaced };
}

/** Whether the parts of an element that the assembly looks at are the same. */
function sameElementStructure(before: ReadElement, after: ReadElement): boolean {
  const [a, b] = [before.element, after.element];
  return (
    before.deleted === after.deleted &&
    a.parent === b.parent &&
    a.x === b.x &&
    a.y === b.y &&
    a.z === b.z &&
    a.kind === b.kind &&
    a.of === b.of &&
    a.diagram === b.diagram &&
    a.shape.kind === b.shape.kind &&
    equalValues(a.memberOf, b.memberOf) &&
    equalValues(before.issues, after.issues)
  );
}

function sameFlowStructure(before: ReadFlow, after: ReadFlow): boolean {
  const [a, b] = [before.flow, after.flow];
  return (
    before.deleted === after.deleted &&
    a.source === b.source &&
    a.target === b.target &&
    a.z === b.z &&
    equalValues(before.issues, after.issues)
  );
}

/** Everybody by principal: live names win over those that a file brought. */
function contributors(
  earlier: ReadonlyMap<string, Person>,
  people: ReadonlyMap<string, Person>,
): Readonly<Record<string, Person>> {
  return Object.fromEntries([...new Map([...earlier, ...people])].sort(([a], [b]) => (a < b ? -1 : 1)));
}
