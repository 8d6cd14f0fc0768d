// The update firewall: decides about an update before anything of it is applied. Pure: no I/O, the document is only read.
//
// The structs are walked in the order in which Yjs can integrate them, a client at a time, waiting where a struct depends on another client.
// So each struct is placed when everything it hangs on is placed already: no recursion, no cycle, linear work. What can never be integrated
// (a gap, a dependency nobody knows, a circle) shows as a walk that does not finish, and asks for a resync instead of leaving the document
// with parts that wait for ever.

import { accessTo, isOwnKey, isRootName, lockKeysFor, type Role } from '@strideboard/wire';
import * as Y from 'yjs';
import { faultOfItem } from './contents.ts';
import { decodeMessage, type Struct, type UpdateMessage } from './message.ts';
import { createPlaces, type Place, type Places, type Placing } from './places.ts';
import {
  forbid,
  frozen,
  full,
  MALFORMED,
  outdated,
  type Refusal,
  refuse,
  type Resync,
  resync,
  taken,
  type Verdict,
} from './verdict.ts';

/** Who writes: role after room locks, principal, and which top-level keys a facilitator has frozen. */
export type Writer = {
  readonly role: Role;
  readonly principal: string;
  readonly isFrozen: (root: string, key: string) => boolean;
};

/** Limits of one message: counts, depth of nested types, bytes of one value, and what the room may still grow by. */
export type VetLimits = {
  readonly structs: number;
  readonly deleteRanges: number;
  readonly typeDepth: number;
  readonly valueBytes: number;
  readonly bytesLeft: number;
  /** How many structs the room may still grow by. */
  readonly structsLeft: number;
  /** How many client ids the room has never seen before the message may bring. */
  readonly newClients: number;
};

/**
 * What carries the update. `update`: own new work. `step2`: all a client has and the room has not, possibly of others too. `document`: a whole
 * document that replaces the room's; the role table and claims do not hold, everything else does. `import`: a file with the work of anybody,
 * brought in by a facilitator; the role table does not hold, claims do.
 */
export type VetMode = 'update' | 'step2' | 'document' | 'import';

/** Whose a Yjs client id is: nobody's yet or the writer's, somebody else's, or one of an ended lineage. */
export type ClientClaim = 'open' | 'foreign' | 'ended';

/** Everything that decides beside the document and the update. */
export type VetBy = {
  readonly writer: Writer;
  readonly limits: VetLimits;
  readonly mode: VetMode;
  readonly claimOn: (client: number) => ClientClaim;
};

type Run = {
  readonly client: number;
  readonly structs: readonly Struct[];
  readonly stored: number;
  next: number;
  reached: number;
};

type Case = {
  readonly doc: Y.Doc;
  readonly message: UpdateMessage;
  readonly runs: ReadonlyMap<number, Run>;
  readonly places: Places;
} & VetBy;

/** Decides about one update against the document as applied so far. Never throws for bad input and never changes the document. */
export function vet(doc: Y.Doc, update: Uint8Array, by: VetBy): Verdict {
  const message = decodeMessage(update);
  return message === null ? MALFORMED : vetMessage(doc, message, by);
}

/** The same for an update that is decoded already. */
export function vetMessage(doc: Y.Doc, message: UpdateMessage, by: VetBy): Verdict {
  if (message.structCount > by.limits.structs) return refuse('too many structs in one message');
  if (message.deletedCount > by.limits.deleteRanges) return refuse('too many deleted ranges in one message');

  const runs = new Map<number, Run>();
  const fresh: number[] = [];
  for (const [client, structs] of message.runs) {
    const stored = Y.getState(doc.store, client);
    runs.set(client, { client, structs, stored, next: 0, reached: stored });
    if (structs.some((struct) => !(struct instanceof Y.Skip) && struct.id.clock + struct.length > stored))
      fresh.push(client);
  }
  if (fresh.length > 0 && by.writer.role === 'view') return forbid('a viewer sent something new');

  const find = (id: Y.ID): Struct => {
    const run = runs.get(id.client);
    if (run !== undefined && id.clock >= run.stored) return structAt(run.structs, id.clock);
    const stored = doc.store.clients.get(id.client) ?? [];
    const found = stored[Y.findIndexSS(stored, id.clock)];
    if (found === undefined) throw new Error(`vet: no struct holds ${id.client}:${id.clock}`);
    return found;
  };
  const the: Case = { doc, message, runs, places: createPlaces(find), ...by };

  const structProblem = fresh.length > 0 ? (checkClients(the, fresh) ?? walkStructs(the, find)) : null;
  const problem = structProblem ?? checkDeletions(the);
  if (problem !== null && problem !== 'deletes') return problem;
  if (fresh.length === 0 && problem === null) return { verdict: 'nothing' };
  // What only deletes may pass: it is how a full room becomes smaller.
  if (fresh.length > 0 && message.bytes > by.limits.bytesLeft) return full('the room quota is reached');
  if (fresh.length > 0 && message.structCount > by.limits.structsLeft) return full('the room holds too many structs');
  return { verdict: 'apply', clients: fresh };
}

/** What a facilitator has frozen in a document, for a role: see `Writer.isFrozen`. */
export function frozenBy(doc: Y.Doc, role: Role): Writer['isFrozen'] {
  const locks = doc.getMap('locks');
  return (root, key) =>
    role !== 'facilitate' && lockKeysFor(root, key).some((lock) => (locks.get(lock) ?? null) !== null);
}

/** Checks under which client ids there is something new. */
function checkClients({ runs, mode, claimOn, limits }: Case, fresh: readonly number[]): Refusal | Resync | null {
  if (mode === 'document') return null;
  const claims = new Set(fresh.map(claimOn));
  if (claims.has('ended')) return outdated('new structs under a client id of an ended lineage');
  if (claims.has('foreign')) {
    const why = 'new structs under a client id that is somebody else’s';
    return mode === 'update' ? taken(why) : resync(why, 'foreign');
  }
  const unknown = fresh.filter((client) => runs.get(client)?.stored === 0).length;
  return unknown > limits.newClients ? refuse('too many new client ids') : null;
}

/** The struct of a contiguous run that holds a clock. */
function structAt(structs: readonly Struct[], clock: number): Struct {
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) break;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  throw new Error(`structAt: no struct of the message holds clock ${clock}`);
}

/** Walks all new structs in an order in which Yjs can integrate them; null when each may be written. */
function walkStructs(the: Case, find: (id: Y.ID) => Struct): Verdict | null {
  const waiting = new Map<number, { client: number; clock: number }[]>();
  const queue = [...the.runs.values()];
  for (let run = queue.pop(); run !== undefined; run = queue.pop()) {
    const before = run.next;
    for (let struct = run.structs[run.next]; struct !== undefined; struct = run.structs[run.next]) {
      const end = struct.id.clock + struct.length;
      if (end > run.stored) {
        if (struct instanceof Y.Skip) return resync('the message has a gap');
        if (struct.id.clock > run.reached) return resync('structs before these are missing');
        const blocker = firstUnknown(the, struct);
        if (blocker !== null) {
          const queueOfBlocker = waiting.get(blocker.client) ?? [];
          queueOfBlocker.push({ client: run.client, clock: blocker.clock });
          waiting.set(blocker.client, queueOfBlocker);
          break;
        }
        const problem = admit(the, struct, find);
        if (problem !== null) return problem;
        run.reached = end;
      }
      run.next += 1;
    }
    if (run.next > before) wake(the, run, waiting, queue);
  }
  const finished = [...the.runs.values()].every((run) => run.next === run.structs.length);
  return finished ? null : resync('the message depends on structs nobody has');
}

function wake(the: Case, run: Run, waiting: Map<number, { client: number; clock: number }[]>, queue: Run[]): void {
  const blocked = waiting.get(run.client);
  if (blocked === undefined) return;
  const still: typeof blocked = [];
  for (const entry of blocked) {
    const sleeper = entry.clock < run.reached ? the.runs.get(entry.client) : undefined;
    if (sleeper === undefined) still.push(entry);
    else queue.push(sleeper);
  }
  waiting.set(run.client, still);
}

/** The first id a struct depends on that is neither stored nor walked yet, or null. */
function firstUnknown(the: Case, struct: Struct): Y.ID | null {
  if (!(struct instanceof Y.Item)) return null;
  const parent: unknown = struct.parent;
  for (const id of [struct.origin, struct.rightOrigin, parent]) {
    if (!(id instanceof Y.ID)) continue;
    const reached = the.runs.get(id.client)?.reached ?? Y.getState(the.doc.store, id.client);
    if (id.clock >= reached) return id;
  }
  return null;
}

/** Checks one new struct: kind of content, place, right to write there. */
function admit(the: Case, struct: Struct, find: (id: Y.ID) => Struct): Refusal | null {
  const fault = struct instanceof Y.Item ? faultOfItem(struct, the.limits) : null;
  if (fault !== null) return refuse(fault);
  const placing = the.places.place(struct);
  const run = the.runs.get(struct.id.client);
  if (run !== undefined && struct.id.clock < run.stored) {
    // The first part is stored already: Yjs appends only the rest, to the stored part, so both must lie in the same place.
    const stored = find(Y.createID(struct.id.client, run.stored - 1));
    const there = stored instanceof Y.Skip ? 'gone' : the.places.ofStored(stored);
    if (!isSamePlace(there, placing)) return refuse('a struct continues another one in a different place');
  }
  if (placing === 'misplaced') return refuse('a parent is not a type');
  return placing === 'gone' ? null : checkPlace(the, placing);
}

function isSamePlace(a: Placing, b: Placing): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.root === b.root && a.key === b.key && a.depth === b.depth;
}

/** Whether the writer may write at a place. */
function checkPlace({ writer, limits, mode }: Case, place: Place): Refusal | null {
  const whole = isRootName(place.root) ? 'all' : 'none';
  const access = mode === 'document' || mode === 'import' ? whole : accessTo(place.root, writer.role);
  if (access === 'none') return forbid('the role may not write this root');
  if (place.key === null) return refuse('a root holds keys, not list items');
  if (access === 'own' && !isOwnKey(place.key, writer.principal)) return forbid('the key belongs to somebody else');
  if (place.depth > limits.typeDepth) return refuse('types are nested too deep');
  return writer.isFrozen(place.root, place.key) ? frozen('the key is locked') : null;
}

/** Checks what would be deleted; `deletes` when something live would be, null when nothing would. */
function checkDeletions(the: Case): Verdict | 'deletes' | null {
  let deletes = false;
  for (const { client, from, end } of the.message.deleted) {
    const stored = Y.getState(the.doc.store, client);
    if (end > (the.runs.get(client)?.reached ?? stored)) return resync('a deleted range is not known');
    if (from >= stored) continue; // deletes only what this message itself creates
    const structs = the.doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock >= end) break;
      if (struct.deleted) continue;
      if (the.writer.role === 'view') return forbid('a viewer deleted something');
      const place = the.places.ofStored(struct);
      const problem = place === 'gone' ? null : checkPlace(the, place);
      if (problem !== null) return problem;
      deletes = true;
    }
  }
  return deletes ? 'deletes' : null;
}
