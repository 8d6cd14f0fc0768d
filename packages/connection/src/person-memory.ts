// What this browser remembers about its person: boards with the links that open them, name and colour. One versioned JSON text.
//
// Every write reads first, so that two tabs do not undo each other's changes. Storage that refuses (private mode, full, switched off)
// degrades to memory for this page's life and `durable` turns false; a text of a newer version is left alone for the newer product.

import { type BoardLink, isParticipantColour, isRole, type ParticipantColour, type Role } from '@strideboard/wire';

const KEY = 'strideboard.person';
const VERSION = 1;

/** What is remembered of one board. */
export interface RememberedBoard {
  readonly roomId: string;
  /** The link that opened it last. */
  readonly link: Pick<BoardLink, 'linkId' | 'secret'>;
  /** Title as last seen; null when it has none yet. */
  readonly title: string | null;
  /** Role the link gave last. */
  readonly role: Role | null;
  /** Lineage of the document seen last; names the local cache. */
  readonly epoch: number | null;
  /** Keeps this person the same person to the server; grants nothing. */
  readonly principalProof: string | null;
  /** Whether this person was asked to keep the link that leads the board. */
  readonly keptLink: boolean;
  /** Local time in ms. */
  readonly lastOpened: number;
}

/** How this person wants to be seen; null = not chosen. */
export interface PersonPreferences {
  readonly name: string | null;
  readonly colour: ParticipantColour | null;
  /** Whether single letters act as shortcuts on the canvas. */
  readonly singleKeys: boolean;
  /** Whether changes of other people are read out by assistive technology. */
  readonly hearsOthers: boolean;
  /** Whether they go to a facilitator who asks everybody to come, without being asked. */
  readonly goesAtOnce: boolean;
  /** Whether the cursors of other people are hidden. */
  readonly hidesCursors: boolean;
  /** Whether the hints of the first visit were seen or skipped. */
  readonly hintsSeen: boolean;
}

/** Memory of this browser about its person. No method throws. */
export interface PersonMemory {
  /** Boards opened here, latest first. */
  boards(): readonly RememberedBoard[];
  /** One board, or null when it is not known here. */
  board(roomId: string): RememberedBoard | null;
  /** Adds a board (then `link` and `lastOpened` should be given) or changes what is known of one. */
  remember(roomId: string, change: Partial<Omit<RememberedBoard, 'roomId'>>): void;
  /** Forgets a board with its link; without the link the board cannot be opened from here again. */
  forget(roomId: string): void;
  preferences(): PersonPreferences;
  setPreferences(change: Partial<PersonPreferences>): void;
  /** False once storage has refused: what is remembered ends with this page. */
  durable(): boolean;
}

/** Memory over a storage such as `localStorage`; null where the browser gives none. */
export function createPersonMemory(storage: Pick<Storage, 'getItem' | 'setItem'> | null): PersonMemory {
  let fallback: Remembered | null = storage === null ? EMPTY : null;

  function read(): Remembered {
    if (fallback !== null || storage === null) return fallback ?? EMPTY;
    try {
      const decoded = decode(storage.getItem(KEY));
      if (decoded !== 'newer') return decoded;
    } catch {
      // Reading is forbidden here; the page remembers by itself and `durable` says so.
    }
    fallback = EMPTY;
    return fallback;
  }

  function write(next: Remembered): void {
    if (fallback === null && storage !== null) {
      try {
        storage.setItem(KEY, JSON.stringify({ version: VERSION, ...next }));
        return;
      } catch {
        // Full or forbidden; the page remembers by itself and `durable` says so.
      }
    }
    fallback = next;
  }

  return {
    boards: () => [...read().boards].sort((a, b) => b.lastOpened - a.lastOpened),
    board: (roomId) => read().boards.find((board) => board.roomId === roomId) ?? null,
    remember: (roomId, change) => {
      const known = read();
      const before = known.boards.find((board) => board.roomId === roomId) ?? { ...UNKNOWN_BOARD, roomId };
      const others = known.boards.filter((board) => board.roomId !== roomId);
      write({ ...known, boards: [...others, { ...before, ...change, roomId }] });
    },
    forget: (roomId) => {
      const known = read();
      write({ ...known, boards: known.boards.filter((board) => board.roomId !== roomId) });
    },
    preferences: () => read().preferences,
    setPreferences: (change) => {
      const known = read();
      write({ ...known, preferences: { ...known.preferences, ...change } });
    },
    durable: () => {
      read();
      return fallback === null;
    },
  };
}

interface Remembered {
  readonly boards: readonly RememberedBoard[];
  readonly preferences: PersonPreferences;
}

const EMPTY: Remembered = Object.freeze({
  boards: [],
  preferences: {
    name: null,
    colour: null,
    singleKeys: true,
    hearsOthers: true,
    goesAtOnce: false,
    hidesCursors: false,
    hintsSeen: false,
  },
});

const UNKNOWN_BOARD: Omit<RememberedBoard, 'roomId'> = Object.freeze({
  link: { linkId: '', secret: '' },
  title: null,
  role: null,
  epoch: null,
  principalProof: null,
  keptLink: false,
  lastOpened: 0,
});

function decode(text: string | null): Remembered | 'newer' {
  if (text === null) return EMPTY;
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return EMPTY; // damaged text holds nothing that could be saved; the next write replaces it
  }
  if (!isFields(stored)) return EMPTY;
  if (typeof stored['version'] === 'number' && stored['version'] > VERSION) return 'newer';
  const boards = Array.isArray(stored['boards']) ? stored['boards'] : [];
  return { boards: boards.flatMap(decodeBoard), preferences: decodePreferences(stored['preferences']) };
}

function decodeBoard(value: unknown): RememberedBoard[] {
  if (!isFields(value) || !isFields(value['link'])) return [];
  const { roomId, link, title, role, epoch, principalProof, keptLink, lastOpened } = value;
  const { linkId, secret } = link;
  if (typeof roomId !== 'string' || typeof linkId !== 'string' || typeof secret !== 'string') return [];
  return [
    {
      roomId,
      link: { linkId, secret },
      title: typeof title === 'string' ? title : null,
      role: isRole(role) ? role : null,
      epoch: typeof epoch === 'number' ? epoch : null,
      principalProof: typeof principalProof === 'string' ? principalProof : null,
      keptLink: keptLink === true,
      lastOpened: typeof lastOpened === 'number' ? lastOpened : 0,
    },
  ];
}

function decodePreferences(value: unknown): PersonPreferences {
  if (!isFields(value)) return EMPTY.preferences;
  const { name, colour, singleKeys, hearsOthers, goesAtOnce, hidesCursors, hintsSeen } = value;
  return {
    name: typeof name === 'string' ? name : null,
    colour: isParticipantColour(colour) ? colour : null,
    singleKeys: singleKeys !== false,
    hearsOthers: hearsOthers !== false,
    goesAtOnce: goesAtOnce === true,
    hidesCursors: hidesCursors === true,
    hintsSeen: hintsSeen === true,
  };
}

type Fields = { readonly [name: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
