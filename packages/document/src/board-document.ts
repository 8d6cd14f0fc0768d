/**
 * A live board: follows one shared document and tells listeners what changed, in one diff per flush. Local and remote changes take the
 * same road; nothing here writes.
 */

import { diffModels, type Model, type ModelDiff, type ModelIssue, type Workshop } from '@strideboard/model';
import type { RootName } from '@strideboard/wire';
import * as Y from 'yjs';
import { SIDE_ROOTS, type SideFactory, type SideRoot } from './side.ts';
import { cleanSlate, createProjection, type Dirty } from './projection.ts';
import type { Person } from './read-frame.ts';
import { touchDecision } from './read-decisions.ts';
import { openRoots, type RootMap } from './roots.ts';

/** What a flush brought. */
export interface BoardChange {
  readonly model: Model;
  readonly previous: Model;
  /** Empty when only issues, people or the read-only state changed. */
  readonly diff: ModelDiff;
  /** Whether everything in it came from this replica. */
  readonly local: boolean;
}

/** One board as this replica sees it. */
export interface BoardDocument {
  readonly doc: Y.Doc;
  /** The projected model as of the last flush; frozen. What did not change keeps its identity. */
  model(): Model;
  /** What readers had to work around; for people. */
  issues(): readonly ModelIssue[];
  /** Whether the document has a newer schema than this code writes: nothing may be written (I11). */
  readOnly(): boolean;
  /** Everybody who ever joined with a writing role, and whom a file brought along, by principal. */
  people(): ReadonlyMap<string, Person>;
  /** What a running workshop shares; frozen. What did not change keeps its identity. */
  workshop(): Workshop;
  /** Calls the listener after each flush that changed something visible. Returns the way to stop. */
  subscribe(listener: (change: BoardChange) => void): () => void;
  /** Brings in the register and the workshop, which are empty until then; a board can be drawn before. */
  extend(side: SideFactory): void;
  /** Applies pending changes now instead of at the scheduled time. */
  flush(): void;
  /** Stops following; the document itself stays open. */
  dispose(): void;
}

/** Where to find the document and when to bring the model up to date. */
export interface BoardDocumentOptions {
  readonly doc: Y.Doc;
  /** Arranges one call of `flush` soon (an animation frame in a browser) and returns the way to cancel it. */
  readonly schedule: (flush: () => void) => () => void;
  /** What stands beside the drawing, where it is wanted from the start. */
  readonly side?: SideFactory;
}

/** Opens a board on a document, which may be empty, half-loaded or hostile. */
export function createBoardDocument({ doc, schedule, side }: BoardDocumentOptions): BoardDocument {
  const roots = openRoots(doc);
  const projection = createProjection(roots);
  const listeners = new Set<(change: BoardChange) => void>();
  let dirty = cleanSlate();
  if (side !== undefined) {
    projection.extend(side, dirty);
    projection.patch(dirty);
    dirty = cleanSlate();
  }
  let waiting = false;
  let local = true;
  let cancel: (() => void) | null = null;

  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (!waiting) return;
    const before = projection.view();
    const toRead = dirty;
    const wasLocal = local;
    dirty = cleanSlate();
    waiting = false;
    local = true;
    const after = projection.patch(toRead);
    if (after === before) return;
    const diff = diffModels(before.model, after.model);
    for (const listener of [...listeners])
      listener({ model: after.model, previous: before.model, diff, local: wasLocal });
  };

  const stopObserving = observeRoots(roots, (root, key, wasWrittenHere) => {
    mark(dirty, root, key);
    local &&= wasWrittenHere;
    waiting = true;
  });
  const isWaiting = (): boolean => waiting;
  const onTransaction = (): void => {
    if (!waiting || cancel !== null) return;
    const stop = schedule(flush);
    // A schedule may flush at once; then there is nothing left to cancel.
    if (isWaiting()) cancel = stop;
  };
  doc.on('afterTransaction', onTransaction);
  let named: { readonly of: Model['people']; readonly people: ReadonlyMap<string, Person> } = {
    of: {},
    people: new Map(),
  };

  return {
    doc,
    model: () => projection.view().model,
    issues: () => projection.view().issues,
    readOnly: () => projection.view().readOnly,
    people: () => {
      const { people } = projection.view().model;
      if (people !== named.of) named = { of: people, people: new Map(Object.entries(people)) };
      return named.people;
    },
    workshop: () => projection.view().workshop,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    extend(side) {
      flush();
      projection.extend(side, dirty);
      waiting = true;
      flush();
    },
    dispose() {
      cancel?.();
      cancel = null;
      waiting = false;
      stopObserving();
      doc.off('afterTransaction', onTransaction);
      listeners.clear();
    },
  };
}

/** The roots that show in the model. */
const OBSERVED = [
  'meta',
  'settings',
  'diagrams',
  'people',
  'nodes',
  'edges',
  'text',
  'decisions',
  ...SIDE_ROOTS,
] as const satisfies readonly RootName[];
type ObservedRoot = (typeof OBSERVED)[number];

function observeRoots(
  roots: Readonly<Record<ObservedRoot, RootMap | null>>,
  onKey: (root: ObservedRoot, key: string, local: boolean) => void,
): () => void {
  const stops = OBSERVED.map((name) => {
    const root = roots[name];
    const observer = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
      for (const event of events) {
        if (event.target === root) {
          const keys: Iterable<unknown> = event instanceof Y.YMapEvent ? event.keysChanged : [];
          for (const key of keys) if (typeof key === 'string') onKey(name, key, transaction.local);
        } else {
          const [key] = event.path;
          if (typeof key === 'string') onKey(name, key, transaction.local);
        }
      }
    };
    root?.observeDeep(observer);
    return () => root?.unobserveDeep(observer);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Roots besides elements and flows whose things have a long text. */
const TEXT_HOMES = ['manual', 'controls', 'records'] as const satisfies readonly SideRoot[];

const isSideRoot = (root: ObservedRoot): root is SideRoot => (SIDE_ROOTS as readonly string[]).includes(root); // widening for the look-up only

function mark(dirty: Dirty, root: ObservedRoot, key: string): void {
  if (root === 'nodes') dirty.nodes.add(key);
  else if (root === 'edges') dirty.edges.add(key);
  else if (root === 'people') dirty.people = true;
  else if (root === 'decisions') touchDecision(dirty.threats, key);
  else if (root === 'text') {
    const [id] = key.split('|', 1);
    if (id === undefined) return;
    dirty.nodes.add(id);
    dirty.edges.add(id);
    for (const home of TEXT_HOMES) mark(dirty, home, id);
  } else if (isSideRoot(root)) {
    const keys = dirty.side.get(root);
    if (keys === undefined) dirty.side.set(root, new Set([key]));
    else keys.add(key);
  } else dirty.frame = true;
}
