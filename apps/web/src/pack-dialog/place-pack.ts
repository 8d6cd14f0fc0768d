/** What a proven pack means for a board: whether it is one that the board waits for, or one to be added, and for whom it is neither. */
import type { PackHeader } from '@strideboard/packs';
import { say, type packs } from '@strideboard/words';
import type { NamedPacks } from '../packs/packs-in-use.ts';

/** Where the pack goes. */
export type PackPlacing =
  /** The board names it: this browser keeps it, the board stays as it is. */
  | { readonly kind: 'load' }
  /** It becomes one of the board's packs; `before` is the version it replaces. */
  | { readonly kind: 'add'; readonly packs: NamedPacks; readonly before: string | null }
  | { readonly kind: 'refuse'; readonly reason: string };

interface PlacingContext {
  /** What the board names. */
  readonly named: NamedPacks;
  /** The one that was asked for; `null` = whichever. */
  readonly wanted: readonly [id: string, version: string] | null;
  /** Whether this person decides on the board's packs. */
  readonly facilitates: boolean;
  readonly words: typeof packs.board;
}

/** Characters of a version that the document takes. */
const VERSION_LIMIT = 64;

/** Decides by id and version. */
export function placePack(head: PackHeader, { named, wanted, facilitates, words }: PlacingContext): PackPlacing {
  const { id, version } = head;
  const refuse = (reason: string): PackPlacing => ({ kind: 'refuse', reason });
  if (wanted !== null && (wanted[0] !== id || wanted[1] !== version)) {
    const name = say(words.nameOnly, { id: wanted[0], version: wanted[1] });
    return refuse(say(words.notThis, { found: packName(head, words), wanted: name }));
  }
  if (named.some((one) => one[0] === id && one[1] === version)) return { kind: 'load' };
  if (!facilitates) return refuse(say(words.notHere, { pack: packName(head, words) }));
  if (version.length > VERSION_LIMIT) return refuse(say(words.versionTooLong, { limit: VERSION_LIMIT }));
  const at = named.findIndex((one) => one[0] === id);
  const others = named.filter((one) => one[0] !== id);
  const place = at === -1 ? others.length : at;
  return {
    kind: 'add',
    packs: [...others.slice(0, place), [id, version], ...others.slice(place)],
    before: named[at]?.[1] ?? null,
  };
}

/** Title, id and version of a pack. */
export const packName = ({ title, id, version }: PackHeader, words: typeof packs.board): string =>
  say(words.name, { title, id, version });
