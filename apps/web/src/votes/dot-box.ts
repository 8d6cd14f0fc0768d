/**
 * The dots of the person at this browser, until they are published. They are kept beside the board, never in it: in the browser's storage, so
 * that they outlive a reload, and told to every other window of this browser, so that a second one is the same vote and no second. Where the
 * storage refuses, the windows that are open hold them.
 */

/** What one person gave on one ballot. */
export interface MyDots {
  /** Dots by target; one that was taken back stays with 0, so that publishing clears it. */
  readonly given: Readonly<Record<string, number>>;
  /** The closing they were published for; `null` for none yet. */
  readonly published: number | null;
  /** Whether that was too late for it. */
  readonly late: boolean;
}

/** Whose dots on which ballot. */
interface DotPlace {
  readonly principal: string;
  readonly ballot: string;
}

/** The box. */
export interface DotBox {
  /** The same object until they change. */
  of(place: DotPlace): MyDots;
  /** Changes them on what any window holds now; `change` may give back what it got. */
  update(place: DotPlace, change: (mine: MyDots) => MyDots): void;
  /** Whose dots were touched last; `null` for nobody's. Before the server has said who this is, these are shown. */
  lastPrincipal(): string | null;
  /** Whether they outlive this page. */
  durable(): boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hears and is heard by the other windows from now on; returns the way to stop. */
  start(): () => void;
}

/** What is needed of the browser's storage. */
type DotStorage = Pick<Storage, 'getItem' | 'setItem'>;
/** What is needed of a channel between windows. */
export type DotChannel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** Nothing given. */
export const NO_DOTS: MyDots = Object.freeze({ given: {}, published: null, late: false });

const VERSION = 1;
/** Ballots kept at most; the oldest go first. */
const BALLOT_LIMIT = 40;
const TARGET_LIMIT = 500;

type Book = ReadonlyMap<string, MyDots>;

/** Dots over a storage, told on a channel; `null` for what the browser does not give. Alone until started. */
export function createDotBox(roomId: string, storage: DotStorage | null, openChannel: () => DotChannel | null): DotBox {
  const key = `strideboard.dots.${roomId}`;
  const listeners = new Set<() => void>();
  let channel: DotChannel | null = null;
  let isDurable = storage !== null;
  let book: Book = load() ?? new Map();

  function load(): Book | null {
    try {
      const text = storage?.getItem(key) ?? null;
      return text === null ? null : readBook(JSON.parse(text));
    } catch {
      isDurable = false; // switched off, or what stands there is no JSON: the open windows hold the dots
      return null;
    }
  }
  function keep(next: Book): void {
    try {
      storage?.setItem(key, JSON.stringify(writeBook(next)));
    } catch {
      isDurable = false; // full or switched off
    }
  }
  const replace = (next: Book): void => {
    // What did not change stays the same object.
    book = new Map([...next].map(([place, mine]) => [place, sameAs(book.get(place), mine)]));
    for (const listener of [...listeners]) listener();
  };
  const hear = (opened: DotChannel): void => {
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'ask') {
        if (book.size > 0) opened.postMessage(writeBook(book));
      } else replace(readBook(data));
    };
    if (book.size === 0) opened.postMessage('ask');
  };
  return {
    of: (place) => book.get(nameOf(place)) ?? NO_DOTS,
    update(place, change) {
      const now = isDurable ? (load() ?? book) : book;
      const name = nameOf(place);
      const mine = now.get(name) ?? NO_DOTS;
      const next = change(mine);
      const rest = [...now].filter(([other]) => other !== name);
      const written: Book = new Map(next === mine ? now : [...rest, [name, next] as const].slice(-BALLOT_LIMIT));
      if (next !== mine) {
        keep(written);
        channel?.postMessage(writeBook(written));
      }
      replace(written);
    },
    lastPrincipal: () => [...book.keys()].at(-1)?.split('|')[0] ?? null,
    durable: () => isDurable,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      channel = openChannel();
      // What was given between opening and now.
      const now = isDurable ? load() : null;
      if (now !== null) replace(now);
      if (channel !== null) hear(channel);
      return () => {
        channel?.close();
        channel = null;
      };
    },
  };
}

/** Dots given altogether. */
export const sumOf = ({ given }: Pick<MyDots, 'given'>): number =>
  Object.values(given).reduce((sum, dots) => sum + dots, 0);

const nameOf = ({ principal, ballot }: DotPlace): string => `${principal}|${ballot}`;

const sameAs = (before: MyDots | undefined, now: MyDots): MyDots =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;

const writeBook = (book: Book): unknown => ({ version: VERSION, ballots: [...book] });

/** What stands in the storage or comes from another window: older, newer, or written by hand. */
function readBook(stored: unknown): Book {
  if (!isRecord(stored) || stored['version'] !== VERSION || !Array.isArray(stored['ballots'])) return new Map();
  const entries: readonly unknown[] = stored['ballots'];
  return new Map(
    entries.slice(-BALLOT_LIMIT).flatMap((entry): readonly (readonly [string, MyDots])[] => {
      const [name, mine] = Array.isArray(entry) ? (entry as readonly unknown[]) : []; // checked on the next line
      if (typeof name !== 'string' || !isRecord(mine)) return [];
      const { given, published, late } = mine;
      const dots = Object.entries(isRecord(given) ? given : {}).slice(0, TARGET_LIMIT);
      const isCount = (value: unknown): value is number =>
        typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
      return [
        [
          name,
          {
            given: Object.fromEntries(dots.flatMap(([target, count]) => (isCount(count) ? [[target, count]] : []))),
            published: typeof published === 'number' ? published : null,
            late: late === true,
          },
        ],
      ];
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
