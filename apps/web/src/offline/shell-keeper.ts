/** Keeps builds of the app in the browser's caches: fills one whole or not at all, answers from them, removes those nobody uses. */
import { CACHE_PREFIX, isHashed, LOCK_PREFIX, PAGE_PATH, type Shell, wanted } from './shell.ts';

/** What the keeper needs of the worker's browser. */
export interface KeeperParts {
  readonly shell: Shell;
  readonly origin: string;
  readonly caches: CacheStorage;
  readonly fetch: (input: Request) => Promise<Response>;
  /** Names of locks held, with the page that holds each; `null` where browsers offer no locks. */
  readonly locks: (() => Promise<readonly HeldLock[]>) | null;
  /** Ids of all open pages of this site. */
  readonly pages: () => Promise<readonly string[]>;
  /** A page that has not come from the server by then is taken from the cache, ms. */
  readonly patienceMs: number;
}

/** One lock. */
export interface HeldLock {
  readonly name: string;
  readonly page: string;
}

/** What the worker does. */
export interface ShellKeeper {
  /** Keeps this build. Rejects, leaving nothing behind, when one file cannot be had. */
  fill(): Promise<void>;
  /** Fills again what the browser or the person has removed. Never rejects. */
  mend(): Promise<void>;
  /** Keeps the files for later too, one after another. Never rejects. */
  keepLater(): Promise<void>;
  /** Removes builds that no open page was opened with. Never rejects. */
  tidy(): Promise<void>;
  /** The answer to a request, or `null` for those that are none of the worker's business. */
  answer(request: Request): Promise<Response> | null;
}

/** Keys are paths of ours; what a server says about varying replies is for replies to others. */
const MATCH: CacheQueryOptions = { ignoreVary: true };

/** Creates the keeper of one build. */
export function createShellKeeper(parts: KeeperParts): ShellKeeper {
  const { shell, origin, caches, patienceMs } = parts;
  const own = CACHE_PREFIX + shell.version;

  async function fill(): Promise<void> {
    try {
      await addMissing();
    } catch (error) {
      await caches.delete(own);
      throw error;
    }
  }

  async function addMissing(): Promise<void> {
    const cache = await caches.open(own);
    await Promise.all(
      shell.files.map(async (path) => {
        if ((await cache.match(path, MATCH)) === undefined) await cache.put(path, await obtain(path));
      }),
    );
    // What somebody needed under an earlier build and did not change costs nothing.
    for (const path of shell.later) {
      const known = await find(path);
      if (known !== undefined) await cache.put(path, known);
    }
  }

  /** A file from an earlier build's cache when its name says that it is the same, else from the server. */
  async function obtain(path: string): Promise<Response> {
    const kept = isHashed(path) ? await find(path) : undefined;
    if (kept !== undefined) return kept;
    const url = new URL(path, origin);
    const response = await parts.fetch(new Request(url, isHashed(path) ? {} : { cache: 'reload' }));
    if (!response.ok || response.redirected) throw new Error(`offline: ${path} came with ${response.status}`);
    // While a server is being replaced the page may be of another build than this worker: then its scripts are not in this list.
    if (path === PAGE_PATH && !(await response.clone().text()).includes(shell.entry))
      throw new Error('offline: the page is of another build');
    return response;
  }

  /** Looks in all builds, this one first: names of files are unique across builds. */
  async function find(path: string): Promise<Response | undefined> {
    const found = await (await caches.open(own)).match(path, MATCH);
    if (found !== undefined) return found;
    for (const name of await ourCaches()) {
      const other = await (await caches.open(name)).match(path, MATCH);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  const ourCaches = async (): Promise<string[]> =>
    (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  const keptPage = async (): Promise<Response | undefined> => (await caches.open(own)).match(PAGE_PATH, MATCH);

  /** The server's page when it comes in time; a gate's error counts as a server that is away. */
  async function answerPage(request: Request): Promise<Response> {
    const asking = parts.fetch(request).catch(() => null);
    const inTime = await Promise.race([asking, after(patienceMs)]);
    if (inTime !== null && inTime.status < 500) return inTime;
    const kept = await keptPage().catch(() => undefined);
    return kept ?? inTime ?? (await asking) ?? Response.error();
  }

  async function answerFile(path: string, request: Request): Promise<Response> {
    const kept = await find(path).catch(() => undefined);
    if (kept !== undefined) return kept;
    const response = await parts.fetch(request);
    if (response.ok && shell.later.includes(path)) await keep(path, response.clone()).catch(() => undefined);
    return response;
  }

  const keep = async (path: string, response: Response): Promise<void> => (await caches.open(own)).put(path, response);

  return {
    fill,
    mend: async () => {
      try {
        await addMissing();
      } catch {
        // The network or the room for it is missing; the next page that opens asks again.
      }
    },
    keepLater: async () => {
      try {
        for (const path of shell.later) if ((await find(path)) === undefined) await keep(path, await obtain(path));
      } catch {
        // As above.
      }
    },
    tidy: async () => {
      try {
        const entries = await entriesInUse(parts);
        if (entries === null) return;
        for (const name of await ourCaches()) {
          if (name === own) continue;
          const cache = await caches.open(name);
          const isUsed = await Promise.all([...entries].map((entry) => cache.match(entry, MATCH)));
          if (isUsed.every((found) => found === undefined)) await caches.delete(name);
        }
      } catch {
        // What could not be removed now is removed when the next page opens.
      }
    },
    answer: (request) => {
      const asked = wanted(request, origin, shell.files);
      if (asked === null) return null;
      return asked.kind === 'page' ? answerPage(request) : answerFile(asked.path, request);
    },
  };
}

/** Entries of the builds that open pages were opened with; `null` when one page has not said it yet. */
async function entriesInUse({ locks, pages }: KeeperParts): Promise<ReadonlySet<string> | null> {
  const open = await pages();
  if (open.length === 0) return new Set();
  if (locks === null) return null;
  const held = (await locks()).filter(({ name }) => name.startsWith(LOCK_PREFIX));
  const isKnown = open.every((page) => held.some((lock) => lock.page === page));
  return isKnown ? new Set(held.map(({ name }) => name.slice(LOCK_PREFIX.length))) : null;
}

const after = (ms: number): Promise<null> =>
  new Promise((done) => {
    setTimeout(() => done(null), ms);
  });
