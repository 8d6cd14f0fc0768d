// A real server on a free port, for tests: memory or given store, short times, and the few requests every test makes.

import {
  API,
  type BoardLink,
  type CreatedLink,
  type CreatedRoom,
  type LinkRequest,
  type Problem,
  type Role,
  type Session,
} from '@strideboard/wire';
import { pino } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { createPlainDesk, type Desk } from '../jobs/desk.ts';
import type { Secrets } from '../secrets.ts';
import { createServer } from '../server.ts';
import { createMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

/** A running server and shortcuts to its API. */
export type TestServer = {
  readonly url: string;
  /** Everything logged so far, as text. */
  log(): string;
  /** `body` is sent as JSON, bytes as octet-stream. */
  request(
    path: string,
    init?: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> },
  ): Promise<Response>;
  createRoom(): Promise<BoardLink>;
  session(link: BoardLink, principalProof?: string): Promise<Session>;
  addLink(link: BoardLink, wanted: LinkRequest): Promise<BoardLink>;
  /** A room with a session for each of the roles asked for. */
  roomWith<R extends Role>(...roles: R[]): Promise<{ roomId: string; owner: BoardLink; sessions: Record<R, Session> }>;
  dispose(): Promise<void>;
};

/** The JSON body of an answer, taken for what the API promises; throws with the answer's text when it is an error. */
export async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T; // the server under test promises this type
}

/** The body of an error. */
export async function readProblem(response: Response): Promise<Problem> {
  if (response.ok) throw new Error(`${response.status} is no problem`);
  return (await response.json()) as Problem; // as above
}

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;

/** Starts a server; `env` holds settings, `timing` and `limits` override defaults that have no setting. */
export async function startTestServer(
  options: {
    readonly store?: Store;
    readonly env?: Record<string, string>;
    readonly timing?: Partial<Config['timing']>;
    readonly limits?: Partial<Config['limits']>;
    readonly webFolder?: string;
    readonly secrets?: Secrets;
    readonly describe?: Parameters<typeof createServer>[0]['describe'];
    readonly desk?: Desk;
    readonly now?: () => number;
  } = {},
): Promise<TestServer> {
  const read = readConfig({ PORT: '0', STRIDEBOARD_LOG: 'info', STRIDEBOARD_RATE_MSGS: '10000', ...options.env });
  if (!read.ok) throw new Error(`startTestServer: ${read.problems.join(' ')}`);
  const config: Config = {
    ...read.config,
    timing: { ...read.config.timing, sweepEvery: 20, firstRetry: 20, readyLag: 60_000, ...options.timing },
    limits: { ...read.config.limits, ...options.limits },
  };
  const lines: string[] = [];
  const server = await createServer({
    config,
    store: options.store ?? createMemoryStore(),
    secrets: options.secrets ?? { session: 's'.repeat(43), previousSession: null, linkPepper: 'p'.repeat(43) },
    logger: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }),
    webFolder: options.webFolder ?? '/nowhere',
    desk: options.desk ?? createPlainDesk(),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.describe === undefined ? {} : { describe: options.describe }),
  });
  const [url = ''] = await server.listen();

  const request: TestServer['request'] = (path, { method = 'GET', body, token, headers = {} } = {}) =>
    fetch(url + path, {
      method,
      headers: {
        ...(body === undefined
          ? {}
          : { 'content-type': isBytes(body) ? 'application/octet-stream' : 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes(body) ? body : JSON.stringify(body) }),
    });
  const createRoom = async (): Promise<BoardLink> => {
    const { roomId, link } = await readJson<CreatedRoom>(await request(API.rooms, { method: 'POST' }));
    return { roomId, linkId: link.linkId, secret: link.secret };
  };
  const session = async (link: BoardLink, principalProof?: string): Promise<Session> =>
    readJson<Session>(await request(API.session, { method: 'POST', body: { ...link, principalProof } }));
  const addLink = async (owner: BoardLink, wanted: LinkRequest): Promise<BoardLink> => {
    const { token } = await session(owner);
    const { linkId, secret } = await readJson<CreatedLink>(
      await request(API.links(owner.roomId), { method: 'POST', body: wanted, token }),
    );
    return { roomId: owner.roomId, linkId, secret };
  };

  return {
    url,
    log: () => lines.join(''),
    request,
    createRoom,
    session,
    addLink,
    async roomWith<R extends Role>(...roles: R[]) {
      const owner = await createRoom();
      const entries: [R, Session][] = [];
      for (const role of roles) entries.push([role, await session(await addLink(owner, { role }))]);
      return { roomId: owner.roomId, owner, sessions: Object.fromEntries(entries) as Record<R, Session> }; // one entry per role
    },
    dispose: () => server.dispose(),
  };
}
