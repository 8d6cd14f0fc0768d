/** Keeps the app itself in this browser, once the board can be used: with a service worker, or at least fetched where there is none. */
import { FILE_LIST_PATH, LOCK_PREFIX, PAGE_IS_IDLE, PAGE_IS_OPEN, PAGE_PATH, WORKER_PATH } from './shell.ts';

/**
 * Whether the app opens without the network: `kept`; `keeping` while it is fetched; `insecure` where the address is not a secure one, so
 * that browsers offer no service worker; `refused` where this browser, or its settings, offer none; `none` outside a built app.
 */
export type AppCopy = 'none' | 'keeping' | 'kept' | 'insecure' | 'refused';

let copy: AppCopy = 'none';
let isAsked = false;
const listeners = new Set<() => void>();

/** The present answer. */
export const appCopy = (): AppCopy => copy;

/** Calls back when the answer changes. */
export function onAppCopy(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Begins once per page; never fails: a browser that keeps nothing works with the network as before. */
export function keepApp(scriptAddress: (url: string) => string): void {
  const entry = builtEntry();
  if (isAsked || entry === null) return;
  isAsked = true;
  if (!isSecureContext) {
    become('insecure');
    void fetchAhead();
  } else if (!('serviceWorker' in navigator)) {
    become('refused');
    void fetchAhead();
  } else {
    become('keeping');
    register(entry, scriptAddress).then(
      () => become('kept'),
      () => {
        become('refused');
        void fetchAhead();
      },
    );
  }
}

async function register(entry: string, scriptAddress: (url: string) => string): Promise<void> {
  const { serviceWorker } = navigator;
  const isBack = serviceWorker.controller !== null;
  await holdLock(entry);
  const registration = await serviceWorker.register(scriptAddress(WORKER_PATH), { updateViaCache: 'none' });
  const { installing } = registration;
  await Promise.race([serviceWorker.ready, ...(installing === null ? [] : [failureOf(installing)])]);
  registration.active?.postMessage(PAGE_IS_OPEN);
  if ((await caches.match(PAGE_PATH)) === undefined) throw new Error('offline: the app was not kept');
  if (isBack) whenIdle(() => registration.active?.postMessage(PAGE_IS_IDLE));
}

/** How long after the board could be used its page counts as idle in browsers that do not say, ms. */
const IDLE_AFTER_MS = 10_000;

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, IDLE_AFTER_MS);
}

/** As long as this page is open, the build it was opened with stays in the browser. */
function holdLock(entry: string): Promise<void> {
  return new Promise((done) => {
    if (!('locks' in navigator)) {
      done();
      return;
    }
    const hold = (): Promise<never> => {
      done();
      return new Promise<never>(() => {});
    };
    navigator.locks.request(LOCK_PREFIX + entry, { mode: 'shared' }, hold).catch(() => done());
  });
}

function failureOf(worker: ServiceWorker): Promise<never> {
  return new Promise((_done, fail) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'redundant') fail(new Error('offline: the worker could not be installed'));
    });
  });
}

/** Without a worker an open board still finds its panels and dialogs later, in the browser's ordinary store of files. */
async function fetchAhead(): Promise<void> {
  try {
    const files: unknown = await (await fetch(FILE_LIST_PATH)).json();
    if (!Array.isArray(files)) return;
    for (const file of files) if (typeof file === 'string') await (await fetch(file)).arrayBuffer();
  } catch {
    // What is missing is fetched when it is needed.
  }
}

/** Path of the first script of a built page; null while developing. */
function builtEntry(): string | null {
  if (!import.meta.env.PROD) return null;
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src^="/assets/"]');
  return script?.getAttribute('src') ?? null;
}

function become(next: AppCopy): void {
  copy = next;
  for (const listener of listeners) listener();
}
