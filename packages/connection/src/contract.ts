// What the board sees of its connection: the state it shows, and the few things it may ask for.

import type { BoardLink, ParticipantColour, Role } from '@strideboard/wire';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ApiResult, Fetch } from './http-call.ts';
import type { Network } from './network.ts';
import type { Pace } from './pace.ts';
import type { PersonMemory } from './person-memory.ts';

/**
 * Where the connection stands. `opening`: first exchange and local cache; `syncing`: the socket is open, the document is not complete yet;
 * `live`: the server's complete document has arrived; `offline`: no socket, tried again by itself; `stopped`: not tried again by itself.
 */
export type ConnectionPhase = 'opening' | 'syncing' | 'live' | 'offline' | 'stopped';

/** Whether the server has stored everything done here: `saved` means stored by the server, never only sent. */
export type SaveState = 'saved' | 'saving' | 'offline' | 'stopped';

/** Stable codes of what can be wrong with a connection; the words for them live in the catalogue. */
export type ConnectionProblemCode =
  /** The link does not open this board: wrong, expired or withdrawn. */
  | 'link-invalid'
  /** The link was withdrawn or ended, or this person was removed, while connected; `reason` tells which. */
  | 'link-revoked'
  | 'room-missing'
  /** The two ends did not understand each other. */
  | 'protocol'
  /** A write that this role does not have. */
  | 'write-refused'
  /** A write to something a facilitator has locked. */
  | 'locked'
  | 'content-refused'
  /** One message was bigger than the server takes. */
  | 'too-large'
  /** The board has reached its size. */
  | 'quota'
  /** A version was restored: this document is of the past; open the board anew. */
  | 'epoch-changed'
  | 'rate'
  | 'server-unreachable'
  | 'server-full';

/** What is wrong, and whether it is tried again without anybody asking. */
export interface ConnectionProblem {
  readonly code: ConnectionProblemCode;
  /** Close code of the socket, when a socket was closed. */
  readonly closeCode?: number;
  /** Stable reason text of the server (`CLOSE_REASON` of wire), when it gave one. */
  readonly reason?: string;
  readonly retrying: boolean;
}

/** A picture of the connection. Immutable: the same object until something changed. */
export interface ConnectionState {
  readonly phase: ConnectionPhase;
  readonly save: SaveState;
  /** Local transactions that the server has not acknowledged as stored. */
  readonly waiting: number;
  /** Role of the link, the remembered one while the server has not been reached; null before either is known. */
  readonly role: Role | null;
  /** A facilitator has locked the whole board: an editor may do no more than a commenter until it is unlocked. */
  readonly locked: boolean;
  /** Who this person is to the server; null until the first exchange. */
  readonly principal: string | null;
  /** Colour the server proposes for this person; null until the first exchange. */
  readonly colour: ParticipantColour | null;
  /** Lineage of the document; null before it is known. */
  readonly epoch: number | null;
  /** The server's complete document has been here once; only then may first content be imported. */
  readonly synced: boolean;
  /** The local cache has been read into the document. */
  readonly cached: boolean;
  /** Why this browser keeps no local copy although it should; null when it keeps one or none is wanted. */
  readonly cacheProblem: null | 'unavailable' | 'full';
  readonly problem: null | ConnectionProblem;
  /** Add to the local clock (ms) to get the server's. */
  readonly serverOffsetMs: number;
}

/** One document joined to one room. */
export interface Connection {
  /** Presence of everybody in the room. */
  readonly awareness: Awareness;
  readonly state: () => ConnectionState;
  /** Calls back after each change of state; returns the unsubscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tries again now. Does nothing while connected and after `epoch-changed`, when only a new document can help. */
  retry(): void;
  /** A session token that is good for a while, for the HTTP API; it must be kept in memory only. */
  token(): Promise<ApiResult<string>>;
  /** Ends everything: timers, sockets, presence, the cache's connection. The document stays as it is. */
  dispose(): void;
}

/** What a connection needs. */
export interface ConnectionOptions {
  /** Origin of the server, `http(s)://host`. */
  readonly base: string;
  readonly roomId: string;
  readonly link: Pick<BoardLink, 'linkId' | 'secret'>;
  /** A fresh document. After `stopped` with a refused write, and after `epoch-changed`, it must not be used again. */
  readonly doc: Y.Doc;
  readonly memory: PersonMemory;
  readonly cache: 'indexeddb' | 'none';
  /** Default: the platform's. */
  readonly WebSocket?: typeof WebSocket;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
  /** Local clock in ms. Default: `Date.now`. */
  readonly now?: () => number;
  /** A number in [0, 1), for jitter. Default: `Math.random`. */
  readonly random?: () => number;
  /** Default: the browser's `online` and `offline` events, where there are any. */
  readonly network?: Network;
  /** Times that differ from the product's. */
  readonly pace?: Partial<Pace>;
}
