/** Several replicas of one board with a network that delivers in any order, late, twice and in batches. */

import {
  type BoardDocument,
  type Commands,
  createBoardDocument,
  type CommandsOptions,
  createCommands,
  createEditingCommands,
  createImportCommands,
  createRegisterCommands,
  createSideProjection,
  type EditingCommands,
  type ImportCommands,
  type RegisterCommands,
  createHistory,
  type History,
} from '@strideboard/document';
import type { Role } from '@strideboard/wire';
import * as Y from 'yjs';
import { createRandom, type Random } from './random.ts';

/** Every verb there is. */
type AllCommands = Commands & EditingCommands & RegisterCommands & ImportCommands;

/** One person at one replica. */
export interface Peer {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly document: BoardDocument;
  readonly history: History;
  readonly commands: AllCommands;
  /** Updates this replica has made itself, in order. */
  readonly updates: readonly Uint8Array[];
  setRole(role: Role): void;
}

/** Peers and what lies between them. */
export interface PeerGroup {
  readonly peers: readonly Peer[];
  /** Delivers some of what waits for one peer: in any order, perhaps merged into one update, perhaps twice. `by` replaces the group's chance. */
  deliverSome(to: Peer, by?: Random): void;
  /** Delivers everything that waits, in random order, until all have everything. */
  deliverAll(by?: Random): void;
  dispose(): void;
}

const NETWORK = 'network';

/** How peers differ from ordinary ones. */
export interface PeerOptions {
  /** Where each one's clock begins, ms since 1970 UTC, by name; 0 for everybody else. */
  readonly clocks?: Readonly<Record<string, number>>;
}

/** Makes peers who share one board. Client ids, clocks and random ids follow from the random source, so a seed tells the whole story. */
export function createPeers(
  random: Random,
  names: readonly string[] = ['ada', 'bob', 'cy'],
  { clocks = {} }: PeerOptions = {},
): PeerGroup {
  const waiting = new Map<string, Uint8Array[]>(names.map((name) => [name, []]));
  const peers = names.map((name) =>
    createPeer({ name, clock: clocks[name] ?? 0 }, random, (update) => {
      for (const other of names) if (other !== name) waiting.get(other)?.push(update);
    }),
  );
  const deliver = (to: Peer, updates: readonly Uint8Array[], by: Random): void => {
    const [first] = updates;
    if (first === undefined) return;
    if (updates.length > 1 && by.chance(0.5)) Y.applyUpdate(to.doc, Y.mergeUpdates([...updates]), NETWORK);
    else for (const update of updates) Y.applyUpdate(to.doc, update, NETWORK);
    if (by.chance(0.1)) Y.applyUpdate(to.doc, first, NETWORK);
  };
  return {
    peers,
    deliverSome(to, by = random) {
      const queue = by.shuffle(waiting.get(to.name) ?? []);
      const now = queue.splice(0, by.between(1, 4));
      waiting.set(to.name, queue);
      deliver(to, now, by);
    },
    deliverAll(by = random) {
      for (const peer of by.shuffle(peers)) {
        const queue = by.shuffle(waiting.get(peer.name) ?? []);
        waiting.set(peer.name, []);
        while (queue.length > 0) deliver(peer, queue.splice(0, by.between(1, 5)), by);
        peer.document.flush();
      }
    },
    dispose() {
      for (const { document, doc } of peers) {
        document.dispose();
        doc.destroy();
      }
    },
  };
}

interface Person {
  readonly name: string;
  /** Where his clock begins, ms since 1970 UTC. */
  readonly clock: number;
}

function createPeer({ name, clock: begin }: Person, random: Random, send: (update: Uint8Array) => void): Peer {
  const doc = new Y.Doc();
  // Only here: who wins a concurrent write depends on client ids, and a seed must tell the whole story.
  doc.clientID = random.between(1, 2 ** 31);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === NETWORK) return;
    updates.push(update);
    send(update);
  });
  const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
  const history = createHistory(document);
  let role: Role = 'facilitate';
  let clock = begin;
  // A source of one's own: what one peer does must not change the ids another makes.
  const ids = createRandom(random.between(0, 2 ** 31));
  const options: CommandsOptions = {
    document,
    history,
    author: () => ({ principal: name, role }),
    now: () => ++clock,
    randomId: () => `${name}-${ids.below(2 ** 31).toString(36)}-${ids.below(2 ** 31).toString(36)}`,
  };
  const commands: AllCommands = {
    ...createCommands(options),
    ...createEditingCommands(options),
    ...createRegisterCommands(options),
    ...createImportCommands(options),
  };
  return {
    name,
    doc,
    document,
    history,
    commands,
    updates,
    setRole(next) {
      role = next;
    },
  };
}
