/**
 * The part of the projection beside the drawing: register and workshop. Every stored key is read once and kept; a change reads again only
 * the keys it names. What did not change keeps its identity.
 */

import {
  appliedPair,
  assembleRegister,
  assembleWorkshop,
  cardMarkOf,
  isRoomId,
  type ModelIssue,
  type Register,
  readApplied,
  readBallot,
  readCard,
  readComment,
  readControl,
  readHand,
  readLock,
  readLogEntry,
  readManualThreat,
  readMitigation,
  readProgress,
  readRecord,
  readRound,
  readStanding,
  readThreadState,
  readTree,
  readTreeEdge,
  readTreeNode,
  readVote,
  type Shown,
  type StoredRecord,
  type Workshop,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { deepFreeze, equalValues } from './equality.ts';
import { reuseParts } from './reuse.ts';
import { plainAt, type Roots, recordAt, textAt } from './roots.ts';
import {
  EMPTY_SIDE,
  REGISTER_ROOTS,
  type SideProjection,
  type SideRoot,
  type SideView,
  WORKSHOP_ROOTS,
} from './side.ts';

const isOf = (roots: readonly SideRoot[], touched: ReadonlySet<SideRoot>): boolean =>
  roots.some((root) => touched.has(root));

/** Comments show whether what they are about is there; nothing else that changes puts threads together anew. */
const isCommentsStale = (touched: ReadonlySet<SideRoot>, isMoved: boolean): boolean =>
  isMoved || isOf(['comments', 'threadState', 'manual'], touched);

/** Starts empty; the first patch reads what it is told to. */
export function createSideProjection(roots: Roots): SideProjection {
  const textOf = (id: string): string => textAt(roots.text, `${id}|notes`)?.toJSON().slice(0, LIMITS.longText) ?? '';
  const nested =
    <Read>(root: SideRoot, read: (id: string, record: StoredRecord) => Read | null) =>
    (id: string): Read | null => {
      const record = isRoomId(id) ? recordAt(roots[root], id) : null;
      return record === null ? null : read(id, record);
    };
  const flat =
    <Read>(root: SideRoot, read: (key: string, value: unknown) => Read | null) =>
    (key: string): Read | null => {
      const value = plainAt(roots[root], key);
      return value === null ? null : read(key, value);
    };

  const manual = createCache(nested('manual', (id, record) => readManualThreat(id, record, textOf(id))));
  const controls = createCache(nested('controls', (id, record) => readControl(id, record, textOf(id))));
  const standing = createCache(nested('standing', readStanding));
  const records = createCache(nested('records', (id, record) => readRecord(id, record, textOf(id))));
  const trees = createCache(nested('trees', readTree));
  const treeNodes = createCache(nested('treeNodes', readTreeNode));
  const treeEdges = createCache(nested('treeEdges', readTreeEdge));
  // All fields of a pair are read together, whichever of their keys changed.
  const applied = createCache((pairKey) => {
    const where = appliedPair(`${pairKey}|on`);
    return where === null ? null : readApplied(where.control, where.element, (at) => plainAt(roots.applied, at));
  });
  const mitigates = createCache(flat('mitigates', readMitigation));
  const comments = createCache(flat('comments', readComment));
  const threadState = createCache(flat('threadState', (_, value) => readThreadState(value)));
  const decisionLog = createCache(flat('decisionLog', readLogEntry));
  const rounds = createCache(flat('workshop', readRound));
  const ballots = createCache(flat('workshop', readBallot));
  const hands = createCache(flat('workshop', readHand));
  const cards = createCache(flat('cards', readCard));
  const cardMarks = createCache(flat('cardMarks', (key, value) => withMark(key, value)));
  const votes = createCache(flat('votes', readVote));
  const locks = createCache(flat('locks', readLock));
  const caches: Readonly<Record<SideRoot, readonly Cache<unknown>[]>> = {
    manual: [manual],
    controls: [controls],
    applied: [applied],
    mitigates: [mitigates],
    standing: [standing],
    records: [records],
    trees: [trees],
    treeNodes: [treeNodes],
    treeEdges: [treeEdges],
    comments: [comments],
    threadState: [threadState],
    decisionLog: [decisionLog],
    workshop: [rounds, ballots, hands],
    cards: [cards],
    cardMarks: [cardMarks],
    votes: [votes],
    locks: [locks],
  };

  let view: SideView = EMPTY_SIDE;
  let lastShown: Shown = new Set();
  let issues: { readonly register: readonly ModelIssue[]; readonly workshop: readonly ModelIssue[] } = {
    register: [],
    workshop: [],
  };

  const readRegister = (shown: Shown, touched: ReadonlySet<SideRoot>, isMoved: boolean): Register => {
    const { register, issues: found } = assembleRegister(
      {
        // What other parts are told by is always there; of the rest, only what may have changed is put together anew.
        manual: manual.values(),
        controls: controls.values(),
        applied: applied.values(),
        mitigations: mitigates.values(),
        standing: standing.values(),
        records: records.values(),
        trees: trees.values(),
        treeNodes: treeNodes.values(),
        treeEdges: treeEdges.values(),
        comments: isCommentsStale(touched, isMoved) ? comments.values() : [],
        threadStates: threadState.entries(),
        decisionLog: touched.has('decisionLog') ? decisionLog.values() : [],
      },
      shown,
    );
    issues = { ...issues, register: found };
    const before = view.register;
    return reuseParts(before, {
      ...register,
      comments: isCommentsStale(touched, isMoved) ? register.comments : before.comments,
      decisionLog: touched.has('decisionLog') ? register.decisionLog : before.decisionLog,
    });
  };
  const readWorkshop = (): Workshop => {
    const assembled = assembleWorkshop({
      ...readProgress((key) => plainAt(roots.workshop, key)),
      rounds: rounds.values(),
      ballots: ballots.values(),
      hands: hands.values(),
      cards: cards.values(),
      marks: groupMarks(cardMarks.values()),
      votes: votes.values(),
      locks: locks.values(),
    });
    issues = { ...issues, workshop: assembled.issues };
    return reuseParts(view.workshop, assembled.workshop);
  };

  return {
    patch(dirty, shown) {
      const touched = new Set<SideRoot>();
      for (const [root, keys] of dirty) {
        if (keys.size === 0) continue;
        touched.add(root);
        for (const cache of caches[root]) for (const key of keys) cache.read(root === 'applied' ? pairOf(key) : key);
      }
      const isMoved = !sameMembers(shown, lastShown);
      lastShown = shown;
      const isStale = isMoved || isOf(REGISTER_ROOTS, touched);
      const register = isStale ? readRegister(shown, touched, isMoved) : view.register;
      const workshop = isOf(WORKSHOP_ROOTS, touched) ? readWorkshop() : view.workshop;
      const found = [...issues.register, ...issues.workshop];
      const next = { register, workshop, issues: equalValues(view.issues, found) ? view.issues : found };
      const isSame = register === view.register && workshop === view.workshop && next.issues === view.issues;
      if (!isSame) view = next;
      return view;
    },
  };
}

/** The pair `control|element` of a flat key; the key itself when it is none. */
function pairOf(key: string): string {
  const pair = appliedPair(key);
  return pair === null ? key : `${pair.control}|${pair.element}`;
}

interface Cache<Read> {
  read(key: string): void;
  values(): Read[];
  entries(): ReadonlyMap<string, Read>;
}

/** What was read, by key; an equal value keeps its object. */
function createCache<Read>(readKey: (key: string) => Read | null): Cache<Read> {
  const known = new Map<string, Read>();
  return {
    read(key) {
      const value = readKey(key);
      if (value === null) known.delete(key);
      else if (!equalValues(known.get(key), value)) known.set(key, deepFreeze(value));
    },
    values: () => [...known.values()],
    entries: () => known,
  };
}

interface Mark {
  readonly card: string;
  readonly field: string;
  readonly value: unknown;
}

function withMark(key: string, value: unknown): Mark | null {
  const mark = cardMarkOf(key);
  if (mark === null) return null;
  if (typeof value === 'string') return { ...mark, value: value.slice(0, LIMITS.text) };
  // How a parked card ended says who ended it as well.
  return mark.field === 'state' && Array.isArray(value) ? { ...mark, value } : null;
}

function groupMarks(marks: readonly Mark[]): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const groups = new Map<string, Record<string, unknown>>();
  for (const { card, field, value } of marks) groups.set(card, { ...groups.get(card), [field]: value });
  return groups;
}

function sameMembers(a: Shown, b: Shown): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}
