// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { CACHE_PREFIX, LOCK_PREFIX, type Shell } from './shell.ts';
import { createShellKeeper, type HeldLock, type KeeperParts } from './shell-keeper.ts';

const ORIGIN = 'https://board.example';
const build = (name: string): Shell => ({
  version: name,
  entry: `/assets/index-${name}.js`,
  files: ['/', '/mark.svg', `/assets/index-${name}.js`, `/assets/dialog-${name}.js`, '/assets/same.js'],
  later: ['/assets/engine.js', `/assets/reader-${name}.js`],
});
const OLD = build('old');
const NEW = build('new');

/** A browser's caches, as far as the keeper uses them. */
class MemoryCaches {
  readonly kept = new Map<string, Map<string, string>>();
  keys(): Promise<string[]> {
    return Promise.resolve([...this.kept.keys()]);
  }
  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.kept.delete(name));
  }
  open(name: string) {
    const files = this.kept.get(name) ?? new Map<string, string>();
    this.kept.set(name, files);
    return Promise.resolve({
      match: (path: string) => {
        const text = files.get(path);
        return Promise.resolve(text === undefined ? undefined : new Response(text));
      },
      put: async (path: string, response: Response) => void files.set(path, await response.text()),
    });
  }
}

/** A server with the files of one build; what is not its own is missing. */
function serve(shell: Shell, path: string): Response {
  if (path === '/' || path.startsWith('/r/')) return new Response(`page of ${shell.version} ${shell.entry}`);
  if (![...shell.files, ...shell.later].includes(path)) return new Response('', { status: 404 });
  return new Response(path === '/mark.svg' ? `mark of ${shell.version}` : `content of ${path}`);
}

let caches: MemoryCaches;
let served: Shell | null;
let asked: string[];
let pages: string[];
let locks: HeldLock[];

beforeEach(() => {
  caches = new MemoryCaches();
  served = OLD;
  asked = [];
  pages = [];
  locks = [];
});

function keeperOf(shell: Shell, change: Partial<KeeperParts> = {}) {
  return createShellKeeper({
    shell,
    origin: ORIGIN,
    caches: caches as unknown as CacheStorage, // the three calls that are used
    fetch: (request) => {
      const path = new URL(request.url).pathname;
      asked.push(path);
      return served === null ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(serve(served, path));
    },
    locks: () => Promise.resolve(locks),
    pages: () => Promise.resolve(pages),
    patienceMs: 20,
    ...change,
  });
}

const cacheOf = (shell: Shell) => caches.kept.get(CACHE_PREFIX + shell.version);
const textOf = async (answer: Promise<Response> | null) => (await answer)?.text();
const file = (path: string) => new Request(ORIGIN + path);
const page = (path: string) =>
  new Proxy(new Request(ORIGIN + path), {
    // Only browsers make requests of this mode.
    get: (request, name) => (name === 'mode' ? 'navigate' : (Reflect.get(request, name, request) as unknown)), // whatever a request has
  });

describe('filling', () => {
  it('keeps every file of the build', async () => {
    await keeperOf(OLD).fill();
    expect([...(cacheOf(OLD)?.keys() ?? [])].sort()).toEqual([...OLD.files].sort());
  });

  it('leaves nothing behind when one file cannot be had, and does not harm the build before', async () => {
    await keeperOf(OLD).fill();
    served = { ...NEW, files: NEW.files.filter((path) => !path.includes('dialog')) };
    await expect(keeperOf(NEW).fill()).rejects.toThrow('/assets/dialog-new.js');
    expect(await caches.keys()).toEqual([CACHE_PREFIX + OLD.version]);
  });

  it('takes files that did not change from the build before, and never what has no hash in its name', async () => {
    await keeperOf(OLD).fill();
    served = NEW;
    asked = [];
    await keeperOf(NEW).fill();
    expect(asked.sort()).toEqual(['/', '/assets/dialog-new.js', '/assets/index-new.js', '/mark.svg']);
    expect(cacheOf(NEW)?.get('/mark.svg')).toBe('mark of new');
  });

  it('refuses a page of another build: the server was replaced between list and page', async () => {
    served = { ...OLD, files: NEW.files };
    await expect(keeperOf(NEW).fill()).rejects.toThrow('another build');
  });

  it('is made whole again after files were removed, and loses nothing when the network is away', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    cacheOf(OLD)?.delete('/assets/same.js');
    served = null;
    await keeper.mend();
    expect(cacheOf(OLD)?.size).toBe(4);
    served = OLD;
    await keeper.mend();
    expect(cacheOf(OLD)?.size).toBe(5);
  });
});

describe('what is kept later', () => {
  it('is not fetched at the first visit, and is kept once it was asked for', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    expect(asked).not.toContain('/assets/engine.js');
    expect(await textOf(keeper.answer(file('/assets/engine.js')))).toBe('content of /assets/engine.js');
    served = null;
    expect(await textOf(keeper.answer(file('/assets/engine.js')))).toBe('content of /assets/engine.js');
  });

  it('is fetched when there is time for it, only what is missing, and never fails', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    await textOf(keeper.answer(file('/assets/engine.js')));
    asked = [];
    await keeper.keepLater();
    expect(asked).toEqual(['/assets/reader-old.js']);
    served = null;
    await keeperOf(NEW).keepLater();
    expect([...(cacheOf(OLD)?.keys() ?? [])].sort()).toEqual([...OLD.files, ...OLD.later].sort());
  });

  it('comes over from the build before when it did not change, and is not fetched again when it did', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    await keeper.keepLater();
    served = NEW;
    asked = [];
    await keeperOf(NEW).fill();
    expect(asked).not.toContain('/assets/engine.js');
    expect(asked).not.toContain('/assets/reader-new.js');
    expect(cacheOf(NEW)?.get('/assets/engine.js')).toBe('content of /assets/engine.js');
  });

  it('is not kept when it could not be had', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    served = { ...NEW, later: [] };
    expect((await keeper.answer(file('/assets/engine.js')))?.status).toBe(404);
    expect(cacheOf(OLD)?.has('/assets/engine.js')).toBe(false);
  });
});

describe('answering', () => {
  it('gives the page of the server, and the kept one when the server is away', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    served = NEW;
    expect(await textOf(keeper.answer(page('/r/abc')))).toContain('page of new');
    served = null;
    expect(await textOf(keeper.answer(page('/r/abc')))).toContain('page of old');
    expect(await textOf(keeper.answer(page('/')))).toContain('page of old');
  });

  it('never keeps an address: what is stored is the build, whatever was opened', async () => {
    const keeper = keeperOf(OLD);
    await keeper.fill();
    await keeper.answer(page('/r/abc#link.secret'));
    await keeper.answer(file('/assets/missing.js'));
    expect([...(cacheOf(OLD)?.keys() ?? [])].sort()).toEqual([...OLD.files].sort());
  });

  it('gives the kept page for a gate that answers in place of the server, and when the server takes too long', async () => {
    await keeperOf(OLD).fill();
    const gate = keeperOf(OLD, { fetch: () => Promise.resolve(new Response('bad gateway', { status: 502 })) });
    expect(await textOf(gate.answer(page('/')))).toContain('page of old');
    const slow = keeperOf(OLD, { fetch: () => new Promise<Response>(() => {}) });
    expect(await textOf(slow.answer(page('/')))).toContain('page of old');
  });

  it('passes on what the server says when nothing is kept', async () => {
    const gate = keeperOf(OLD, { fetch: () => Promise.resolve(new Response('bad gateway', { status: 502 })) });
    expect((await gate.answer(page('/')))?.status).toBe(502);
    served = null;
    expect((await keeperOf(OLD).answer(page('/')))?.type).toBe('error');
  });

  it('gives files without asking the server, those of an older build too', async () => {
    await keeperOf(OLD).fill();
    served = NEW;
    const keeper = keeperOf(NEW);
    await keeper.fill();
    asked = [];
    expect(await textOf(keeper.answer(file('/assets/dialog-old.js')))).toBe('content of /assets/dialog-old.js');
    expect(await textOf(keeper.answer(file('/assets/dialog-new.js')))).toBe('content of /assets/dialog-new.js');
    expect(asked).toEqual([]);
    expect((await keeper.answer(file('/assets/unknown.js')))?.status).toBe(404);
  });
});

describe('tidying', () => {
  const both = async () => {
    await keeperOf(OLD).fill();
    served = NEW;
    const keeper = keeperOf(NEW);
    await keeper.fill();
    return keeper;
  };
  const lock = (shell: Shell, page: string): HeldLock => ({ name: LOCK_PREFIX + shell.entry, page });

  it('keeps an older build as long as a page uses it, then removes it', async () => {
    const keeper = await both();
    pages = ['a', 'b'];
    locks = [lock(OLD, 'a'), lock(NEW, 'b'), { name: 'something else', page: 'b' }];
    await keeper.tidy();
    expect(cacheOf(OLD)).toBeDefined();
    pages = ['b'];
    locks = [lock(NEW, 'b')];
    await keeper.tidy();
    expect(cacheOf(OLD)).toBeUndefined();
    expect(cacheOf(NEW)?.size).toBe(5);
  });

  it('keeps everything while a page has not said what it uses, or cannot', async () => {
    const keeper = await both();
    pages = ['a', 'b'];
    locks = [lock(NEW, 'b')];
    await keeper.tidy();
    await keeperOf(NEW, { locks: null }).tidy();
    expect(cacheOf(OLD)).toBeDefined();
  });

  it('touches no cache that is not ours', async () => {
    const keeper = await both();
    await caches.open('somebody else');
    await keeper.tidy();
    expect((await caches.keys()).sort()).toEqual(['somebody else', CACHE_PREFIX + NEW.version]);
  });
});
