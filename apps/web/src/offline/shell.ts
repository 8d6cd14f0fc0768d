/** What page, service worker and build agree on: which files make the app, and which requests are for them. Pure. */

/** One build of the app as the browser keeps it. */
export interface Shell {
  /** Differs whenever one byte of any file differs. */
  readonly version: string;
  /** Path of the page's first script: names the build a page was opened with, since its name follows from everything it leads to. */
  readonly entry: string;
  /** Paths of the files kept at the first visit; `/` is the page itself. */
  readonly files: readonly string[];
  /** Paths of the others, big and asked for by few: kept when first asked for, or when somebody comes back. All of them hashed. */
  readonly later: readonly string[];
}

/** What a request is for: the page of a start or board address, a file of the app, or nothing the worker should touch. */
export type Wanted = { readonly kind: 'page' } | { readonly kind: 'file'; readonly path: string } | null;

/** The parts of a request that decide. */
export interface ShellRequest {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
  readonly headers: Pick<Headers, 'has'>;
}

/** Where the page is kept, whatever board it was opened for: an address, and least of all its fragment, is never a key. */
export const PAGE_PATH = '/';
/** Begins the names of our caches; the version follows. */
export const CACHE_PREFIX = 'strideboard-shell:';
/** Begins the names of the locks that open pages hold; the entry of their build follows. */
export const LOCK_PREFIX = 'strideboard-shell:';
/** A page tells the worker that it holds its lock. */
export const PAGE_IS_OPEN = 'strideboard-page-is-open';
/** A page of somebody who came back has nothing to do: time for what is kept later. */
export const PAGE_IS_IDLE = 'strideboard-page-is-idle';
/** Address of the worker. */
export const WORKER_PATH = '/sw.js';
/** Address of the list of files, for pages to which the browser offers no worker. */
export const FILE_LIST_PATH = '/shell.json';

/**
 * Decides by what is known to be ours, not by what is known to be foreign: the API, the socket, metrics, anything that writes and anything
 * with somebody's authority never reaches a cache because only pages and the files of the app do. Files of other builds are asked for by
 * pages that were opened with them: what is hashed is ours whatever the build, the rest must be in the list.
 */
export function wanted(request: ShellRequest, origin: string, files: readonly string[]): Wanted {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin || request.headers.has('authorization')) return null;
  if (request.mode === 'navigate') return isPagePath(url.pathname) ? { kind: 'page' } : null;
  if (request.headers.has('range')) return null;
  const { pathname: path } = url;
  return path !== PAGE_PATH && (isHashed(path) || files.includes(path)) ? { kind: 'file', path } : null;
}

/** The name of a file says which content it has, so a copy never grows old. */
export const isHashed = (path: string): boolean => path.startsWith('/assets/');

const isPagePath = (path: string): boolean => path === PAGE_PATH || /^\/r\/[^/]+$/u.test(path);
