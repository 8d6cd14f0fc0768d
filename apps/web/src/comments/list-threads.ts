/** Conversations as a list: which are shown, in what order, what is unread and what names me. Pure. */
import type { CommentMessage, CommentThread } from '@strideboard/model';

/** What can be shown. */
export const THREAD_FILTERS = ['open', 'mine', 'resolved', 'orphaned', 'all'] as const;
/** One of {@link THREAD_FILTERS}. */
export type ThreadFilter = (typeof THREAD_FILTERS)[number];

/** For each conversation the number of comments by others that I have seen. */
export type SeenComments = Readonly<Record<string, number>>;

/** What is told about a conversation beside its text. */
export interface ThreadState {
  readonly thread: CommentThread;
  /** Number of comments by others that I have not seen. */
  readonly unread: number;
  /** Whether one of these names me. */
  readonly namesMeUnread: boolean;
  /** Whether I wrote in it or am named in it. */
  readonly isMine: boolean;
  /** ms since 1970 UTC, of the comment that came last. */
  readonly lastAt: number;
}

interface Reader {
  /** Principal; `null` before the server has said it. */
  readonly me: string | null;
  /** `null` while it is not known: then nothing counts as unread. */
  readonly seen: SeenComments | null;
  /** Whether a text names me. */
  readonly namesMe: (message: CommentMessage) => boolean;
}

/** Number of comments by others in a conversation. */
export const countByOthers = ({ messages }: CommentThread, me: string | null): number =>
  messages.filter(({ author }) => author !== me).length;

/** Everything known of each conversation that still has a text; those with nothing but withdrawn comments are left out. */
export function readThreads(threads: readonly CommentThread[], { me, seen, namesMe }: Reader): readonly ThreadState[] {
  return threads.flatMap((thread): readonly ThreadState[] => {
    if (isEmpty(thread)) return [];
    const others = thread.messages.filter(({ author }) => author !== me);
    const unread = seen === null ? 0 : Math.max(0, others.length - seenOf(seen, thread.id));
    const named = thread.messages.filter(namesMe);
    const fresh = new Set(unread === 0 ? [] : others.slice(-unread));
    return [
      {
        thread,
        unread,
        namesMeUnread: named.some((message) => fresh.has(message)),
        isMine: named.length > 0 || thread.messages.some(({ author }) => author === me),
        lastAt: Math.max(...thread.messages.map(({ at }) => at)),
      },
    ];
  });
}

const seenOf = (seen: SeenComments, id: string): number => (Object.hasOwn(seen, id) ? (seen[id] ?? 0) : 0);

/** Whether every comment of it was taken back. */
const isEmpty = ({ messages }: CommentThread): boolean => messages.every(({ gone }) => gone);

const FITS: Readonly<Record<ThreadFilter, (state: ThreadState) => boolean>> = {
  open: ({ thread }) => thread.state === 'open',
  mine: ({ isMine }) => isMine,
  resolved: ({ thread }) => thread.state === 'resolved',
  orphaned: ({ thread }) => thread.orphaned,
  all: () => true,
};

/** Those the filter lets through: unread ones that name me, then the latest first. */
export const filterThreads = (states: readonly ThreadState[], filter: ThreadFilter): readonly ThreadState[] =>
  states
    .filter(FITS[filter])
    .sort(
      (a, b) =>
        Number(b.namesMeUnread) - Number(a.namesMeUnread) ||
        b.lastAt - a.lastAt ||
        (a.thread.id < b.thread.id ? -1 : 1),
    );

/** How many each filter lets through. */
export const countThreads = (states: readonly ThreadState[]): Readonly<Record<ThreadFilter, number>> => ({
  open: states.filter(FITS.open).length,
  mine: states.filter(FITS.mine).length,
  resolved: states.filter(FITS.resolved).length,
  orphaned: states.filter(FITS.orphaned).length,
  all: states.length,
});
