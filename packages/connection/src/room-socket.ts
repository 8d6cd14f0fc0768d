// The WebsocketProvider of y-websocket made to fit: it carries bytes, everything else is decided outside.
//
// - Reconnecting is ours: the provider never tries again by itself. Its own timers do nothing because `shouldConnect` is false at every
//   close and `connect` opens the socket in the same turn that makes it true.
// - Sync messages are read here, so that a damaged update is a value and what the server has stored can be followed.
// - Presence: the provider sends everything it hears back to the server (https://github.com/yjs/yjs/issues/732), which costs the square of
//   the people; here only the own entry is sent. Others' clocks are forgotten at a loss, and the own clock moves before each connect, or
//   neither side would believe the other's unchanged entry (https://github.com/yjs/y-websocket/issues/122).
// - No BroadcastChannel: it would carry edits between tabs with different rights, around the server.

import { MESSAGE, SYNC, syncSubprotocols } from '@strideboard/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { SocketClose } from './socket-close.ts';
import type { SaveTracker } from './save-tracker.ts';

/** A socket to one room that can be opened again and again. */
export interface RoomSocket {
  /** Origin of transactions that bring in what the server sent. */
  readonly origin: unknown;
  /** Opens a socket with this token; only while there is none. */
  connect(token: string): void;
  /** Asks for everybody's presence; the answer also proves that the line is alive. */
  ask(): void;
  /** Closes the socket from this side; `closed` is not called. Others see this person leave. */
  drop(): void;
  dispose(): void;
}

/** What happens on a socket. */
export interface RoomSocketEvents {
  readonly opened: () => void;
  /** Any message arrived. */
  readonly heard: () => void;
  /** The server's complete document has been applied. */
  readonly complete: () => void;
  /** The server sent something that cannot be read. */
  readonly unreadable: () => void;
  /** The server lacks more than one frame may carry: it was not answered, and nothing that builds on this may be sent before it has it. */
  readonly tooBig: (update: Uint8Array) => void;
  /** What the server says of the lock of the whole board, with every presence entry it sends. */
  readonly lockSeen: (locked: boolean) => void;
  /** The socket was closed, not by `drop`. */
  readonly closed: (close: SocketClose) => void;
}

/** A socket to a room of the server at `base` (`http(s)://host`). */
export function createRoomSocket(options: {
  readonly base: string;
  readonly roomId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly tracker: SaveTracker;
  readonly events: RoomSocketEvents;
  /** The biggest update to send in one frame, bytes; asked whenever the server says what it has. */
  readonly largestUpdate: () => number;
  readonly WebSocket?: typeof WebSocket;
}): RoomSocket {
  const { doc, awareness, tracker, events } = options;
  const server = `${options.base.replace(/\/+$/, '').replace(/^http/i, 'ws')}/sync`;
  const provider = new WebsocketProvider(server, options.roomId, doc, {
    connect: false,
    awareness,
    disableBc: true,
    maxBackoffTime: 0,
    shouldReconnect: () => false,
    ...(options.WebSocket === undefined ? {} : { WebSocketPolyfill: options.WebSocket }),
  });
  let dropping = false;
  provider.on('connection-close', (event) => {
    provider.shouldConnect = false;
    if (!dropping) events.closed({ code: event?.code ?? NO_CLOSE_CODE, reason: event?.reason ?? '' });
  });
  provider.on('status', ({ status }) => {
    if (status === 'connected') events.opened();
    if (status === 'disconnected') forgetOthers(awareness);
  });
  sendOnlyOwnPresence(provider);
  awareness.on('update', ({ added, updated }: PresenceChange, origin: unknown) => {
    if (origin !== provider || added.length + updated.length === 0) return;
    events.lockSeen([...added, ...updated].some((client) => isLockedEntry(awareness.getStates().get(client))));
  });

  const readPresence = provider.messageHandlers[MESSAGE.awareness];
  provider.messageHandlers[MESSAGE.awareness] = (...message) => {
    events.heard();
    readPresence?.(...message);
  };
  provider.messageHandlers[MESSAGE.auth] = () => events.heard(); // words for people right before a close; the close code says the same
  provider.messageHandlers[MESSAGE.sync] = (reply, decoder) => {
    events.heard();
    const { step, payload } = readSync(decoder);
    if (step === SYNC.step1) answerStep1(reply, payload);
    else if (step === SYNC.step2 || step === SYNC.update) receive(payload, step === SYNC.step2);
    else events.unreadable();
  };

  function answerStep1(reply: encoding.Encoder, stateVector: Uint8Array): void {
    const update = Y.encodeStateAsUpdate(doc, stateVector);
    tracker.serverHolds(stateVector);
    if (update.byteLength > options.largestUpdate()) {
      events.tooBig(update);
      return;
    }
    encoding.writeVarUint(reply, MESSAGE.sync);
    encoding.writeVarUint(reply, SYNC.step2);
    encoding.writeVarUint8Array(reply, update);
  }

  function receive(update: Uint8Array, complete: boolean): void {
    if (tracker.needs(complete)) {
      const decoded = decodeIfWhole(update);
      if (decoded === null) {
        events.unreadable();
        return;
      }
      tracker.serverSent(decoded, complete);
    }
    try {
      Y.applyUpdate(doc, update, provider);
    } catch (error) {
      // Either the update is damaged, or an observer of the document failed after it was applied: that is the observer's error to show.
      if (decodeIfWhole(update) === null) {
        events.unreadable();
        return;
      }
      if (complete) events.complete();
      throw error;
    }
    if (complete) events.complete();
  }

  function drop(): void {
    dropping = true;
    provider.disconnect();
    dropping = false;
  }

  return {
    origin: provider,
    connect: (token) => {
      provider.protocols = syncSubprotocols(token);
      const presence = awareness.getLocalState();
      if (presence !== null) awareness.setLocalState(presence);
      provider.connect();
    },
    ask: () => {
      if (provider.wsconnected) provider.ws?.send(Uint8Array.of(MESSAGE.queryAwareness));
    },
    drop,
    dispose: () => {
      drop();
      provider.destroy();
    },
  };
}

/** Stands for a connection that ended without a close frame (RFC 6455, section 7.1.5). */
const NO_CLOSE_CODE = 1006;

/** The server stamps every entry it sends alike, so any of them tells. */
function isLockedEntry(entry: Readonly<Record<string, unknown>> | undefined): boolean {
  const user = entry?.['user'];
  return typeof user === 'object' && user !== null && 'locked' in user && user.locked === true;
}

type PresenceChange = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] };

/**
 * Replaces the provider's presence handler by one that sends the own entry only: when it changed here, and when the server reported it gone
 * (an older socket of this page ended after the newer one began), which Awareness answers with a newer clock.
 */
function sendOnlyOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider;
  const sendEntries = provider._awarenessUpdateHandler;
  awareness.off('update', sendEntries);
  const own = awareness.clientID;
  provider._awarenessUpdateHandler = ({ added, updated, removed }: PresenceChange, origin: unknown) => {
    const changedHere = origin !== provider && [...added, ...updated, ...removed].includes(own);
    if (changedHere || removed.includes(own)) sendEntries({ added: [], updated: [own], removed: [] }, origin);
  };
  awareness.on('update', provider._awarenessUpdateHandler);
}

function forgetOthers(awareness: Awareness): void {
  for (const client of [...awareness.meta.keys()]) {
    if (client !== awareness.clientID) awareness.meta.delete(client);
  }
}

function readSync(decoder: decoding.Decoder): { readonly step: number; readonly payload: Uint8Array } {
  try {
    return { step: decoding.readVarUint(decoder), payload: decoding.readVarUint8Array(decoder) };
  } catch {
    return { step: -1, payload: new Uint8Array() }; // cut short: no step of the protocol
  }
}

function decodeIfWhole(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}
