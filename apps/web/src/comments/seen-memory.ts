/** What this browser remembers of the comments of a board: how many of each conversation were seen, and what its person was called. */

/** What is kept. */
export interface CommentMemory {
  /** By conversation the number of comments by others that were seen. */
  readonly seen: Readonly<Record<string, number>>;
  /** Names this person had here: being named by an earlier one still counts. */
  readonly names: readonly string[];
}

type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

const VERSION = 1;
const NAME_LIMIT = 20;
const keyOf = (roomId: string): string => `strideboard.comments.${roomId}`;

/** What is remembered of a board; `null` when it was not opened here before, or nothing can be kept. */
export function readMemory(storage: Keeper | null, roomId: string): CommentMemory | null {
  try {
    return decode(JSON.parse(storage?.getItem(keyOf(roomId)) ?? 'null'));
  } catch {
    return null; // switched off or damaged: it begins anew
  }
}

/** Adds what was seen; reads first, so that two tabs do not undo each other, and a number never becomes smaller. */
export function addToMemory(
  storage: Keeper | null,
  roomId: string,
  { seen = {}, names = [] }: Partial<CommentMemory>,
): CommentMemory {
  const before = readMemory(storage, roomId) ?? { seen: {}, names: [] };
  const next = {
    seen: mergeSeen(before.seen, seen),
    names: [...new Set([...names, ...before.names])].slice(0, NAME_LIMIT),
  };
  try {
    storage?.setItem(keyOf(roomId), JSON.stringify({ version: VERSION, ...next }));
  } catch {
    // full or switched off: it lasts as long as the page
  }
  return next;
}

/** The larger number of each. */
export function mergeSeen(a: CommentMemory['seen'], b: CommentMemory['seen']): CommentMemory['seen'] {
  const merged = new Map(Object.entries(a));
  for (const [id, count] of Object.entries(b)) merged.set(id, Math.max(count, merged.get(id) ?? 0));
  return Object.fromEntries(merged);
}

function decode(stored: unknown): CommentMemory | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { version, seen, names }: { version?: unknown; seen?: unknown; names?: unknown } = stored;
  if (version !== VERSION || typeof seen !== 'object' || seen === null) return null;
  return {
    seen: Object.fromEntries(
      Object.entries(seen).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
    ),
    names: Array.isArray(names) ? names.filter((name) => typeof name === 'string').slice(0, NAME_LIMIT) : [],
  };
}

/** The storage of this browser; `null` where it gives none. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null; // some private modes throw on the mere access
  }
}
