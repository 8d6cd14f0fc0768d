// One document joined to one room: exchange the link, read the local copy, connect, notice losses, try again or stop.
//
// The order binds. (1) Exchange first: it tells the epoch, which names the local copy. Only when the server cannot be reached is the copy of
// the remembered epoch opened, so that a board can be read and edited offline. (2) The local copy is read before the socket opens, so that
// the server is asked only for what is missing. (3) A document that holds content of one epoch never connects under another: the server
// would take its content for new work and an undone past would come back.
// (4) What the server lacks goes by HTTP when it is too big for a frame; the socket is closed meanwhile, so that nothing is sent that builds on
// what is still under way.
// Each attempt has a turn number; whatever finishes after its turn is over does nothing.

import { CLOSE, LIMITS, type Role } from '@strideboard/wire';
import { Awareness } from 'y-protocols/awareness';
import { createApi } from './api.ts';
import { isRefusedContent, judgeClose } from './close-verdict.ts';
import { createConnectionStore } from './connection-store.ts';
import type {
  Connection,
  ConnectionOptions,
  ConnectionPhase,
  ConnectionProblem,
  ConnectionProblemCode,
  SaveState,
} from './contract.ts';
import { createHeartbeat } from './heartbeat.ts';
import type { ApiProblem } from './http-call.ts';
import { createBrowserNetwork } from './network.ts';
import { CACHE_ORIGIN, cacheName, type OfflineCache, openOfflineCache } from './offline-cache.ts';
import { PACE, type Pace } from './pace.ts';
import { createRetryDelay, type RetryWait } from './retry-delay.ts';
import { createRoomSocket, type RoomSocket } from './room-socket.ts';
import { createSaveTracker } from './save-tracker.ts';
import { createSessionKeeper } from './session-keeper.ts';
import type { SocketClose } from './socket-close.ts';

const TOKEN_REFUSALS_TO_STOP = 2;
/** What Yjs writes for "nothing is missing". */
const EMPTY_UPDATE_BYTES = 2;

/** What a refused exchange means where it is not the link's fault. */
const REFUSED_EXCHANGE: Readonly<Partial<Record<ApiProblem['code'], ConnectionProblemCode>>> = Object.freeze({
  'unexpected-reply': 'protocol',
  'not-found': 'room-missing',
});

/** Joins a document to a room of the server and keeps it joined until `dispose`. Starts at once; nothing is ever thrown later. */
export function createConnection(options: ConnectionOptions): Connection {
  const { base, roomId, link, doc, memory, now = Date.now, random = Math.random } = options;
  const pace: Pace = { ...PACE, ...options.pace };
  const network = options.network ?? createBrowserNetwork();
  const api = createApi({ base, timeoutMs: pace.requestTimeoutMs, ...(options.fetch ? { fetch: options.fetch } : {}) });
  const sessions = createSessionKeeper({ api, roomId, link, memory, now, reserveMs: pace.tokenReserveMs });
  const store = createConnectionStore();
  const awareness = new Awareness(doc);
  const delay = createRetryDelay({ pace, random });
  const tracker = createSaveTracker({
    doc,
    isForeign: (origin) => origin === socket.origin || origin === CACHE_ORIGIN,
    onChange: () => publish({}),
  });
  const socket: RoomSocket = createRoomSocket({
    base,
    roomId,
    doc,
    awareness,
    tracker,
    ...(options.WebSocket === undefined ? {} : { WebSocket: options.WebSocket }),
    largestUpdate: () => (frameRefused ? EMPTY_UPDATE_BYTES : Math.floor(frameBytes / 2)),
    events: {
      opened: onOpened,
      heard: () => heartbeat.heard(),
      complete: onComplete,
      unreadable: () => stop({ code: 'protocol', retrying: false }),
      tooBig: (update) => void upload(update),
      closed: onClosed,
      lockSeen: (locked) => publish({ locked }),
    },
  });
  const heartbeat = createHeartbeat({ pace, ask: () => socket.ask(), dead: onLost });

  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tokenRefusals = 0;
  let cache: OfflineCache | null = null;
  let cacheEpoch: number | null = null;
  let disposed = false;
  let frameBytes: number = LIMITS.frameBytes;
  /** The last socket was closed because a frame was too big: the next difference goes by HTTP, whatever its size. */
  let frameRefused = false;
  let uploading: AbortController | null = null;

  const unsubscribeNetwork = network.subscribe(() => {
    if (store.state().phase === 'stopped') return;
    if (!network.isOnline()) onLost();
    else if (store.state().phase === 'offline') attempt(false);
  });
  attempt(false);

  /** Starts over: a token, the local copy, a socket. Ends whatever the turn before was doing. */
  function attempt(renew: boolean): void {
    turn += 1;
    uploading?.abort();
    clearTimeout(timer);
    heartbeat.stop();
    socket.drop();
    void run(turn, renew);
  }

  async function run(own: number, renew: boolean): Promise<void> {
    // While the browser believes that there is no network, a request checks that: a board on this computer needs none.
    const result = await sessions.fresh(renew || !network.isOnline());
    if (own !== turn) return;
    if (!result.ok) {
      await onExchangeFailed(own, result.problem);
      return;
    }
    const session = result.value;
    if (isOfAnotherEpoch(session.epoch)) {
      onEpochChanged({ code: 'epoch-changed', retrying: false });
      return;
    }
    await openCache(session);
    if (own !== turn) return;
    frameBytes = session.limits.frameBytes;
    const { role, principal, colour, epoch } = session;
    const locked = session.locked === true;
    // A session may have been had minutes ago; after the first, what the server stamps on presence tells.
    publish({
      role,
      principal,
      colour,
      epoch,
      ...(store.state().synced ? {} : { locked }),
      serverOffsetMs: sessions.serverOffsetMs(),
    });
    timer = setTimeout(onLost, pace.connectTimeoutMs);
    socket.connect(session.token);
  }

  async function onExchangeFailed(own: number, problem: ApiProblem): Promise<void> {
    if (!problem.retryable) {
      const reason = problem.close?.reason ?? '';
      stop({
        code: REFUSED_EXCHANGE[problem.code] ?? 'link-invalid',
        ...(reason === '' ? {} : { reason }),
        retrying: false,
      });
      return;
    }
    const remembered = memory.board(roomId);
    if (remembered?.role != null && remembered.epoch !== null && !isOfAnotherEpoch(remembered.epoch)) {
      const { role, epoch } = remembered;
      await openCache({ role, epoch });
      if (own !== turn) return;
      if (store.state().role === null) publish({ role, epoch });
    }
    const isTooFast = problem.status === 429;
    tryLater({ code: isTooFast ? 'rate' : 'server-unreachable', retrying: true }, isTooFast ? 'rate' : 'backoff');
  }

  function onOpened(): void {
    clearTimeout(timer);
    timer = setTimeout(onLost, pace.syncTimeoutMs);
    publish({ phase: 'syncing' });
  }

  function onComplete(): void {
    if (store.state().phase === 'live') return;
    clearTimeout(timer);
    tokenRefusals = 0;
    frameRefused = false;
    delay.reset();
    heartbeat.start();
    publish({ phase: 'live', synced: true, problem: null });
  }

  /** Sends what is too big for a frame, then connects again. A board that grows meanwhile is no harm: the next difference is small. */
  async function upload(update: Uint8Array): Promise<void> {
    turn += 1;
    const own = turn;
    clearTimeout(timer);
    heartbeat.stop();
    socket.drop();
    publish({ phase: 'syncing' });
    uploading = new AbortController();
    const session = await sessions.fresh(false);
    if (own !== turn) return;
    if (!session.ok) {
      await onExchangeFailed(own, session.problem);
      return;
    }
    const access = { roomId, token: session.value.token };
    const result = await api.postUpdate(access, update, uploading.signal);
    if (own !== turn) return;
    frameRefused = false;
    if (result.ok) attempt(false);
    else onUploadFailed(result.problem);
  }

  function onUploadFailed({ code, status, close, retryable }: ApiProblem): void {
    if (close !== undefined) onClosed(close);
    else if (code === 'unauthorized') onClosed({ code: CLOSE.unauthorized, reason: '' });
    else if (status === 413) stop({ code: 'too-large', retrying: false });
    else if (retryable || code === 'resync-needed') {
      const isTooFast = status === 429;
      tryLater({ code: isTooFast ? 'rate' : 'server-unreachable', retrying: true }, isTooFast ? 'rate' : 'backoff');
    } else stop({ code: 'protocol', retrying: false });
  }

  function onClosed({ code, reason }: SocketClose): void {
    if (code === CLOSE.frameTooBig && !frameRefused) {
      frameRefused = true;
      tryLater({ code: 'server-unreachable', closeCode: code, retrying: true }, 'backoff');
      return;
    }
    const verdict = judgeClose({ code, reason });
    const about = { closeCode: code, ...(reason === '' ? {} : { reason }) };
    if (verdict.kind === 'retry') {
      tryLater({ code: verdict.code, ...about, retrying: true }, verdict.wait);
    } else if (verdict.kind === 'exchange') {
      sessions.drop();
      tokenRefusals += 1;
      if (tokenRefusals >= TOKEN_REFUSALS_TO_STOP) stop({ code: 'link-invalid', ...about, retrying: false });
      else tryLater(store.state().problem, 'backoff');
    } else if (verdict.code === 'epoch-changed') {
      onEpochChanged({ code: verdict.code, ...about, retrying: false });
    } else {
      stop({ code: verdict.code, ...about, retrying: false });
    }
  }

  /** The line is dead, or the browser says so, or nothing came in time. */
  function onLost(): void {
    socket.drop();
    tryLater({ code: 'server-unreachable', retrying: true }, 'backoff');
  }

  function tryLater(problem: ConnectionProblem | null, wait: RetryWait): void {
    turn += 1;
    clearTimeout(timer);
    heartbeat.stop();
    timer = setTimeout(() => attempt(false), delay.next(wait));
    publish({ phase: 'offline', problem });
  }

  function stop(problem: ConnectionProblem): void {
    turn += 1;
    uploading?.abort();
    clearTimeout(timer);
    heartbeat.stop();
    socket.drop();
    // What the server refused would be sent again by every later page that reads it from the local copy; the document keeps it.
    if (isRefusedContent(problem.code)) dropCache();
    publish({ phase: 'stopped', problem });
  }

  /** The remembered epoch goes, so that nothing opens the old copy; the copy goes too, unless it holds work the server never had. */
  function onEpochChanged(problem: ConnectionProblem): void {
    memory.remember(roomId, { epoch: null });
    sessions.drop();
    if (tracker.waiting() === 0) dropCache();
    stop(problem);
  }

  function isOfAnotherEpoch(epoch: number): boolean {
    const known = store.state().epoch;
    return known !== null && known !== epoch && doc.store.clients.size > 0;
  }

  async function openCache({ role, epoch }: { readonly role: Role; readonly epoch: number }): Promise<void> {
    if (options.cache === 'none' || role === 'view' || cacheEpoch === epoch) return;
    if (cache !== null) void cache.close();
    cache = null;
    cacheEpoch = epoch;
    const opened = await openOfflineCache({
      name: cacheName(roomId, epoch),
      doc,
      timeoutMs: pace.cacheTimeoutMs,
      onFailure: (failure) => publish({ cacheProblem: failure }),
    });
    if (typeof opened === 'string') {
      publish({ cacheProblem: opened });
    } else if (disposed) {
      void opened.close();
    } else {
      cache = opened;
      tracker.contentLoaded();
      publish({ cached: true });
    }
  }

  function dropCache(): void {
    // A copy that cannot be removed is one that cannot be read either; there is nobody to tell who could do more.
    void cache?.clear().catch(() => {});
    cache = null;
  }

  function publish(change: Parameters<typeof store.set>[0]): void {
    if (disposed) return;
    const phase = change.phase ?? store.state().phase;
    store.set({ ...change, waiting: tracker.waiting(), save: saveState(phase) });
  }

  function saveState(phase: ConnectionPhase): SaveState {
    if (phase === 'stopped' || phase === 'offline') return phase;
    return tracker.settled() ? 'saved' : 'saving';
  }

  return {
    awareness,
    state: () => store.state(),
    subscribe: (listener) => store.subscribe(listener),
    retry: () => {
      const { phase, problem } = store.state();
      if (disposed || phase === 'live' || phase === 'syncing' || problem?.code === 'epoch-changed') return;
      tokenRefusals = 0;
      delay.reset();
      if (phase === 'stopped') publish({ phase: 'offline', problem: problem && { ...problem, retrying: true } });
      attempt(phase === 'stopped');
    },
    token: async () => {
      const result = await sessions.fresh(false);
      return result.ok ? { ok: true, value: result.value.token } : result;
    },
    dispose: () => {
      if (disposed) return;
      turn += 1;
      disposed = true;
      uploading?.abort();
      clearTimeout(timer);
      heartbeat.stop();
      unsubscribeNetwork();
      store.dispose();
      sessions.dispose();
      awareness.destroy();
      socket.dispose();
      tracker.dispose();
      void cache?.close();
      cache = null;
    },
  };
}
