/** Texts that were typed and not sent: kept for this tab of the browser, so that closing, a change of phase and a reload take nothing. */

/** The drafts of one board, by where they belong. */
export interface Drafts {
  /** `''` for none. */
  readonly read: (where: string) => string;
  /** An empty text forgets the draft. */
  readonly keep: (where: string, text: string) => void;
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** At most this many are kept; the oldest go first. */
const LIMIT = 50;

/** Drafts in a storage such as `sessionStorage`; where that refuses they end with the field they were typed in. */
export function createDrafts(storage: Keeper | null, roomId: string): Drafts {
  const key = `strideboard.drafts.${roomId}`;
  const all = (): Record<string, string> => {
    try {
      return decode(storage?.getItem(key) ?? null);
    } catch {
      return {}; // storage is switched off
    }
  };
  return {
    read: (where) => {
      const drafts = all();
      return Object.hasOwn(drafts, where) ? (drafts[where] ?? '') : '';
    },
    keep(where, text) {
      const { [where]: _, ...others } = all();
      const next = Object.entries(text === '' ? others : { ...others, [where]: text }).slice(-LIMIT);
      try {
        if (next.length === 0) storage?.removeItem(key);
        else storage?.setItem(key, JSON.stringify(Object.fromEntries(next)));
      } catch {
        // full or switched off: the text is still in its field
      }
    },
  };
}

function decode(text: string | null): Record<string, string> {
  if (text === null) return {};
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {}; // damaged: nothing could be read from it
  }
}

/** The storage of this tab; `null` where the browser gives none. */
export function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null; // some private modes throw on the mere access
  }
}
