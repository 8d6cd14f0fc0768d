/**
 * Keeps my cards in this browser and nowhere else. Each card is one entry of the browser's storage, so that two tabs add and change cards
 * without undoing each other's work, and a card is safe in the moment it is written, whatever happens to the page next.
 *
 * Entries are named after the board: this browser is one person to a board, whichever link opened it (server.md, principals), and the
 * person is not known by id before the first exchange with the server, when cards must be at hand as well.
 */
import { isRoomId, STRIDE_LETTERS } from '@strideboard/model';
import type { CardBoxStore, OwnCard } from './card-box.ts';

/** The browser's storage as far as it is needed. */
type CardStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

interface KeepCardsOptions {
  readonly box: CardBoxStore;
  /** `null` where the browser has none for us. */
  readonly storage: CardStorage | null;
  readonly roomId: string;
  /** Where other tabs are heard. */
  readonly events: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

const VERSION = 1;

/** Longest text of a card, UTF-16 code units: a thousand cards still fit into one message. */
export const CARD_TEXT_LIMIT = 1_000;

/** Fills the box and follows other tabs. Returns the way to stop. */
export function keepCards({ box, storage, roomId, events }: KeepCardsOptions): () => void {
  const prefix = `strideboard.card|${roomId}|`;
  const cards = new Map<string, OwnCard>();
  let isKept = storage !== null;

  /** What storage refuses is still there until the page closes, and the page says so. */
  const attempt = <T>(act: (storage: CardStorage) => T): T | null => {
    if (storage === null) return null;
    try {
      return act(storage);
    } catch {
      isKept = false;
      return null;
    }
  };
  const show = (): void =>
    box.setState({ cards: [...cards.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)), isKept });
  const take = (key: string, text: string | null): void => {
    const card = text === null ? null : readOwnCard(text);
    if (card === null) cards.delete(key.slice(prefix.length));
    else cards.set(card.id, card);
  };
  const readAll = (): void => {
    const keys = attempt((all) => Array.from({ length: all.length }, (_, at) => all.key(at)));
    if (keys === null) return;
    cards.clear();
    for (const key of keys)
      if (key?.startsWith(prefix) === true)
        take(
          key,
          attempt((all) => all.getItem(key)),
        );
  };
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === null) readAll();
    else if (key.startsWith(prefix)) take(key, newValue);
    else return;
    show();
  };

  box.setState({
    put: (card) => {
      cards.set(card.id, card);
      attempt((all) => all.setItem(prefix + card.id, JSON.stringify({ version: VERSION, ...card })));
      show();
    },
    remove: (ids) => {
      for (const id of ids) {
        cards.delete(id);
        attempt((all) => all.removeItem(prefix + id));
      }
      show();
    },
  });
  readAll();
  show();
  events.addEventListener('storage', onStorage);
  return () => events.removeEventListener('storage', onStorage);
}

/** A card as kept; `null` for what cannot be one. */
function readOwnCard(kept: string): OwnCard | null {
  let read: unknown;
  try {
    read = JSON.parse(kept);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null) return null;
  const get = (name: string): unknown => (Object.hasOwn(read, name) ? Reflect.get(read, name) : null);
  const [id, round, text, at] = ['id', 'round', 'text', 'at'].map(get);
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  if (get('version') !== VERSION || typeof id !== 'string' || !isRoomId(id)) return null;
  if (typeof round !== 'string' || typeof text !== 'string' || typeof at !== 'number') return null;
  return {
    id,
    round,
    text: text.slice(0, CARD_TEXT_LIMIT),
    at,
    late: get('late') === true,
    letters: STRIDE_LETTERS.filter((letter) => list(get('letters')).includes(letter)),
    on: list(get('on')).filter((target) => typeof target === 'string'),
  };
}
