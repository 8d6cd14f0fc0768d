/** The service worker: the app opens without the network. It knows files, never boards: documents are kept by the connection. */
import { createShellKeeper } from './shell-keeper.ts';
import { PAGE_IS_IDLE, PAGE_IS_OPEN, type Shell } from './shell.ts';

/** Put in by the build. */
declare const STRIDEBOARD_SHELL: Shell;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetch extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerMessage extends WorkerEvent {
  readonly data: unknown;
}
/** The part of a service worker's scope that is used here; the types of pages do not know it. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: { readonly origin: string };
  readonly navigator: Partial<Pick<Navigator, 'locks'>>;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { readonly id: string }[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetch) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessage) => void): void;
}

const PATIENCE_MS = 3_000;

const scope = globalThis as unknown as WorkerScope; // this file runs as a service worker only
const { locks } = scope.navigator;
const keeper = createShellKeeper({
  shell: STRIDEBOARD_SHELL,
  origin: scope.location.origin,
  caches: scope.caches,
  fetch: (request) => fetch(request),
  locks:
    locks === undefined
      ? null
      : async () =>
          ((await locks.query()).held ?? []).map(({ name, clientId }) => ({ name: name ?? '', page: clientId ?? '' })),
  pages: async () => (await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id),
  patienceMs: PATIENCE_MS,
});

// A new worker may take over while boards are open: it answers each page from the build that page was opened with.
scope.addEventListener('install', (event) => {
  event.waitUntil(keeper.fill().then(() => scope.skipWaiting()));
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim().then(() => keeper.tidy()));
});
scope.addEventListener('fetch', (event) => {
  const answer = keeper.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});
scope.addEventListener('message', (event) => {
  if (event.data === PAGE_IS_OPEN) event.waitUntil(keeper.mend().then(() => keeper.tidy()));
  if (event.data === PAGE_IS_IDLE) event.waitUntil(keeper.keepLater());
});
