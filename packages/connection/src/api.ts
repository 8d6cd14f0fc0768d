// The HTTP side of the server as values: every failure, from a cut cable to a refused link, is `{ ok: false, problem }`.

import {
  API,
  type CreatedLink,
  type CreatedRoom,
  type LinkRequest,
  type LinkSummary,
  PROBLEM,
  type ProblemCode,
  type ServerConfig,
  type Session,
  type SessionRequest,
} from '@strideboard/wire';
import { readConfig, readLink, readLinks, readProblem, readRoom, readSession } from './api-replies.ts';
import type { SocketClose } from './socket-close.ts';

/** The platform's `fetch`, or something that behaves like it. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** What went wrong with a request. */
export interface ApiProblem {
  /** The server's code, or `server-unreachable` when no answer came, or `unexpected-reply` when the answer is not one of ours. */
  readonly code: ProblemCode | 'server-unreachable' | 'unexpected-reply';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** The server's sentence about what to do, in English; for logs and details, not for headlines. */
  readonly detail?: string;
  /** What a socket would have been closed with for the same reason, and the reason text. */
  readonly close?: SocketClose;
}

/** A value or what went wrong. */
export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ApiProblem };

/** Whose authority a request has: a room and a session token of it. */
export interface RoomAccess {
  readonly roomId: string;
  readonly token: string;
}

/** The server's HTTP API. */
export interface Api {
  config(): Promise<ApiResult<ServerConfig>>;
  /** Creates a room with its first facilitate link. A server that is not open for this needs the operator's token. */
  createRoom(request?: { readonly operatorToken?: string }): Promise<ApiResult<CreatedRoom>>;
  /** Exchanges a link for a session. */
  exchange(request: SessionRequest, signal?: AbortSignal): Promise<ApiResult<Session>>;
  listLinks(access: RoomAccess): Promise<ApiResult<readonly LinkSummary[]>>;
  createLink(access: RoomAccess, link: LinkRequest): Promise<ApiResult<CreatedLink>>;
  revokeLink(access: RoomAccess, linkId: string): Promise<ApiResult<null>>;
  /** Hands over one Yjs update (V1) that is too big for a frame; it is stored when the answer comes. An upload may take ten times `timeoutMs`. */
  postUpdate(access: RoomAccess, update: Uint8Array, signal?: AbortSignal): Promise<ApiResult<null>>;
}

/** The API of the server at `base` (`http(s)://host`). A request without an answer within `timeoutMs` counts as unreachable. */
export function createApi(options: {
  readonly base: string;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}): Api {
  const { timeoutMs = 15_000 } = options;
  const base = options.base.replace(/\/+$/, '');
  const fetch: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const ask = <T>(call: Call<T>): Promise<ApiResult<T>> => request({ base, fetch, timeoutMs }, call);
  return {
    config: () => ask({ method: 'GET', path: API.config, read: readConfig }),
    createRoom: ({ operatorToken: token } = {}) =>
      ask({ method: 'POST', path: API.rooms, body: {}, read: readRoom, ...(token === undefined ? {} : { token }) }),
    exchange: (body, signal) =>
      ask({ method: 'POST', path: API.session, body, read: readSession, ...(signal === undefined ? {} : { signal }) }),
    listLinks: ({ roomId, token }) => ask({ method: 'GET', path: API.links(roomId), token, read: readLinks }),
    createLink: ({ roomId, token }, body) =>
      ask({ method: 'POST', path: API.links(roomId), token, body, read: readLink }),
    revokeLink: ({ roomId, token }, linkId) =>
      ask({ method: 'DELETE', path: API.link(roomId, linkId), token, read: () => null }),
    postUpdate: ({ roomId, token }, bytes, signal) =>
      ask({ method: 'POST', path: API.updates(roomId), token, bytes, read: () => null, ...(signal ? { signal } : {}) }),
  };
}

interface Call<T> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as they are. */
  readonly bytes?: Uint8Array;
  readonly token?: string;
  readonly signal?: AbortSignal;
  /** The reply's decoder; undefined when the body is not what was promised. */
  readonly read: (body: unknown) => T | undefined;
}

interface Line {
  readonly base: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
}

/** How much longer an upload may take than a question. */
const UPLOAD_PATIENCE = 10;

async function request<T>(line: Line, call: Call<T>): Promise<ApiResult<T>> {
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  const timer = setTimeout(giveUp, call.bytes === undefined ? line.timeoutMs : line.timeoutMs * UPLOAD_PATIENCE);
  call.signal?.addEventListener('abort', giveUp);
  if (call.signal?.aborted) giveUp();
  try {
    const response = await line.fetch(line.base + call.path, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
      },
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'omit',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.bytes === undefined ? {} : { body: call.bytes as Uint8Array<ArrayBuffer> }), // Yjs encodes into buffers of its own
    });
    return readReply(response.status, await response.text(), call.read);
  } catch {
    // `fetch` rejects for one reason as far as anybody can tell: no complete answer came. The cause is hidden from scripts on purpose.
    return { ok: false, problem: { code: 'server-unreachable', status: 0, retryable: true } };
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', giveUp);
  }
}

function readReply<T>(status: number, text: string, read: (body: unknown) => T | undefined): ApiResult<T> {
  const body = readJson(text);
  if (status >= 200 && status < 300) {
    const value = read(body);
    if (value !== undefined) return { ok: true, value };
    return { ok: false, problem: { code: 'unexpected-reply', status, retryable: false } };
  }
  const retryable = status === 408 || status === 425 || status === 429 || status >= 500;
  const problem = readProblem(body);
  if (problem !== undefined) return { ok: false, problem: { ...problem, status, retryable } };
  // Not our server's answer but that of a proxy in between: its gate errors mean that our server is away.
  const code = status === 429 ? PROBLEM.tooManyRequests : status >= 500 ? 'server-unreachable' : 'unexpected-reply';
  return { ok: false, problem: { code, status, retryable } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // an empty or foreign body; the decoder of the call says what that means
  }
}
