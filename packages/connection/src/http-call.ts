// One request to the server's HTTP API as a value: every failure, from a cut cable to a refused link, is `{ ok: false, problem }`.

import { PROBLEM, type ProblemCode } from '@strideboard/wire';
import { readProblem } from './api-replies.ts';
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

/** Where the server is, and how it is asked. A request without an answer within `timeoutMs` counts as unreachable. */
export interface Line {
  /** `http(s)://host`. */
  readonly base: string;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

/** One request. */
export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH';
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

type Bytes = Omit<Call<never>, 'read'>;

/** What asks the server at `line`. */
export function createAsk(line: Line): <T>(call: Call<T>) => Promise<ApiResult<T>> {
  const full = complete(line);
  return async ({ read, ...call }) => {
    const answer = await send(full, call, async (response) => response.text());
    return answer === null ? UNREACHABLE : readReply(answer.status, answer.body, read);
  };
}

/** What asks the server at `line` for something that is not JSON. */
export function createAskBytes(line: Line): (call: Bytes) => Promise<ApiResult<Uint8Array>> {
  const full = complete(line);
  return async (call) => {
    const answer = await send(full, call, async (response) => new Uint8Array(await response.arrayBuffer()));
    if (answer === null) return UNREACHABLE;
    if (answer.status >= 200 && answer.status < 300) return { ok: true, value: answer.body };
    return readReply<Uint8Array>(answer.status, new TextDecoder().decode(answer.body), () => undefined);
  };
}

const complete = ({ base, fetch, timeoutMs = 15_000 }: Line): Required<Line> => ({
  base: base.replace(/\/+$/, ''),
  fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
  timeoutMs,
});

const UNREACHABLE = Object.freeze({
  ok: false,
  problem: Object.freeze({ code: 'server-unreachable', status: 0, retryable: true }),
} as const);

/** How much longer an upload may take than a question. */
const UPLOAD_PATIENCE = 10;

/** The answer; null when none came whole. */
async function send<T>(
  line: Required<Line>,
  call: Bytes,
  readBody: (response: Response) => Promise<T>,
): Promise<{ readonly status: number; readonly body: T } | null> {
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
    return { status: response.status, body: await readBody(response) };
  } catch {
    // `fetch` rejects for one reason as far as anybody can tell: no complete answer came. The cause is hidden from scripts on purpose.
    return null;
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
