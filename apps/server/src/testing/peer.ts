// A small client for tests: speaks the protocol on a real socket and remembers everything it was told.

import { MESSAGE, SYNC, syncPath, syncSubprotocols } from '@strideboard/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** A connected test client. */
export type Peer = {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  /** Resolves with the first sync step 2. */
  readonly synced: Promise<void>;
  /** Resolves when the socket closes; 1006 with reason `http <status>` when the upgrade was refused. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Frames received, raw. */
  readonly frames: Uint8Array[];
  /** Presence by Yjs client id, as received. */
  readonly presence: Map<number, { clock: number; state: Record<string, unknown> | null }>;
  /** Changes the document, sends the update, and resolves when the server echoed it (saved). Rejects when the socket closes first. */
  edit(change: (doc: Y.Doc) => void): Promise<void>;
  sendUpdate(update: Uint8Array, step?: number): void;
  sendPresence(entries: readonly { client?: number; clock: number; state: unknown }[]): void;
  send(...bytes: number[]): void;
  close(): Promise<void>;
};

/** Connects to a room; by default with the server's own origin and a full first sync. */
export function connectPeer(
  server: { readonly url: string },
  options: {
    readonly roomId: string;
    readonly token?: string;
    readonly origin?: string | null;
    readonly doc?: Y.Doc;
    readonly path?: string;
    readonly protocols?: string[];
    readonly host?: string;
    readonly autoPong?: boolean;
  },
): Peer {
  const doc = options.doc ?? new Y.Doc();
  const protocols =
    options.protocols ?? (options.token === undefined ? ['strideboard.v1'] : syncSubprotocols(options.token));
  const socket = new WebSocket(
    server.url.replace(/^http/, 'ws') + (options.path ?? syncPath(options.roomId)),
    protocols,
    {
      ...(options.origin === null ? {} : { origin: options.origin ?? server.url }),
      autoPong: options.autoPong ?? true,
      ...(options.host === undefined ? {} : { headers: { host: options.host } }),
    },
  );
  const frames: Uint8Array[] = [];
  const presence: Peer['presence'] = new Map();
  const waiting = new Set<{ client: number; clock: number; resolve: () => void; reject: (error: Error) => void }>();
  let markSynced = (): void => undefined;
  const synced = new Promise<void>((resolve) => {
    markSynced = resolve;
  });
  let httpStatus = 0;

  const sendSync = (step: number, payload: Uint8Array): void => {
    socket.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        encoding.writeVarUint(encoder, step);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    );
  };
  const settleEchoes = (update: Uint8Array): void => {
    const { to } = Y.parseUpdateMeta(update);
    for (const wait of waiting) {
      if ((to.get(wait.client) ?? 0) < wait.clock) continue;
      waiting.delete(wait);
      wait.resolve();
    }
  };
  const receive = (frame: Uint8Array): void => {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.awareness) {
      const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      for (let count = decoding.readVarUint(entries); count > 0; count -= 1) {
        const client = decoding.readVarUint(entries);
        const clock = decoding.readVarUint(entries);
        const state = JSON.parse(decoding.readVarString(entries)) as Record<string, unknown> | null; // what the server promises
        presence.set(client, { clock, state });
      }
    }
    if (type !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      sendSync(SYNC.step2, Y.encodeStateAsUpdate(doc, payload));
      return;
    }
    Y.applyUpdate(doc, payload, 'server');
    if (step === SYNC.step2) markSynced();
    else settleEchoes(payload);
  };

  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('unexpected-response', (request, response) => {
      httpStatus = response.statusCode ?? 0;
      request.destroy();
      resolve({ code: 1006, reason: `http ${httpStatus}` });
    });
    socket.on('close', (code, reason) => {
      for (const wait of waiting) wait.reject(new Error(`closed ${code}`));
      resolve({ code, reason: reason.toString() });
    });
  });
  socket.on('error', () => undefined); // the close that follows tells
  socket.on('open', () => sendSync(SYNC.step1, Y.encodeStateVector(doc)));
  socket.on('message', (data: Buffer) => {
    frames.push(new Uint8Array(data));
    receive(new Uint8Array(data));
  });

  return {
    doc,
    socket,
    synced,
    closed,
    frames,
    presence,
    edit(change) {
      const before = Y.encodeStateVector(doc);
      const updates: Uint8Array[] = [];
      const collect = (update: Uint8Array): number => updates.push(update);
      doc.on('update', collect);
      doc.transact(() => change(doc));
      doc.off('update', collect);
      const clock = Y.getState(doc.store, doc.clientID);
      if (clock === (Y.decodeStateVector(before).get(doc.clientID) ?? 0)) throw new Error('edit: nothing was inserted');
      const echo = new Promise<void>((resolve, reject) =>
        waiting.add({ client: doc.clientID, clock, resolve, reject }),
      );
      for (const update of updates) sendSync(SYNC.update, update);
      return echo;
    },
    sendUpdate(update, step = SYNC.update) {
      sendSync(step, update);
    },
    sendPresence(entries) {
      const body = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, entries.length);
        for (const { client = doc.clientID, clock, state } of entries) {
          encoding.writeVarUint(encoder, client);
          encoding.writeVarUint(encoder, clock);
          encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
        }
      });
      socket.send(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.awareness);
          encoding.writeVarUint8Array(encoder, body);
        }),
      );
    },
    send(...bytes) {
      socket.send(Uint8Array.from(bytes));
    },
    async close() {
      socket.close();
      await closed;
    },
  };
}
