// One person at one browser tab, for tests: a document, a connection, and waiting for a state instead of for a time.

import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createConnection } from '../connection.ts';
import type { Connection, ConnectionOptions, ConnectionState } from '../contract.ts';
import { PACE, type Pace } from '../pace.ts';
import { createPersonMemory, type PersonMemory } from '../person-memory.ts';

/** Times short enough for tests; the order of things is the same. */
export const QUICK: Partial<Pace> = Object.freeze({
  heartbeatTickMs: 50,
  retryFirstMs: 20,
  retryCeilingMs: [100, 200] as const,
  restartSpreadMs: 50,
  rateWaitMs: 50,
});

/** Room and link of tests that do not care. */
export const ROOM_ID = 'abcdefghijklmnopqrst_-';
/** A link of the right shape. */
export const LINK = Object.freeze({ linkId: 'AAAAAAAAAAA', secret: 'x'.repeat(43) });

/** A tab. */
export interface Person {
  readonly doc: Y.Doc;
  readonly nodes: Y.Map<unknown>;
  readonly connection: Connection;
  readonly memory: PersonMemory;
  /** Resolves with the first state that satisfies; fails after 10 s with the state it is in. */
  until(isSo: (state: ConnectionState) => boolean): Promise<ConnectionState>;
  dispose(): void;
}

/** Opens a tab. */
export function createPerson(base: string, change: Partial<ConnectionOptions> = {}): Person {
  const doc = change.doc ?? new Y.Doc();
  const memory = change.memory ?? createPersonMemory(createStorage());
  const connection = createConnection({
    base,
    roomId: ROOM_ID,
    link: LINK,
    doc,
    memory,
    cache: 'none',
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket, // the same interface as far as a provider uses it
    pace: { ...PACE, ...QUICK },
    ...change,
  });
  return {
    doc,
    nodes: doc.getMap('nodes'),
    connection,
    memory,
    until: (isSo) => until(connection, isSo),
    dispose: () => {
      connection.dispose();
      doc.destroy();
    },
  };
}

/** A storage that lives as long as the test. */
export function createStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
  };
}

function until(connection: Connection, isSo: (state: ConnectionState) => boolean): Promise<ConnectionState> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!isSo(connection.state())) return;
      end();
      resolve(connection.state());
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`until: still ${JSON.stringify(connection.state())}; wanted ${String(isSo)}`));
    }, 10_000);
    const unsubscribe = connection.subscribe(look);
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    look();
  });
}
