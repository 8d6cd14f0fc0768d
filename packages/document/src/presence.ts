/** Reads what others say about themselves right now. Everything but `user` is a claim, so every field is checked; nothing here is stored. */

import { COORDINATE_LIMIT } from '@strideboard/model';
import {
  isParticipantColour,
  isRole,
  LIMITS,
  type ParticipantColour,
  PARTICIPANT_COLOURS,
  type Role,
} from '@strideboard/wire';

/** One participant as shown to the others; whatever was absent or wrong is `null` or empty. */
export interface Presence {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly colour: ParticipantColour;
    readonly role: Role;
  };
  /** Canvas px. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** What they look at: centre and size in canvas px, zoom as a factor. */
  readonly viewport: {
    readonly x: number;
    readonly y: number;
    readonly zoom: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly selection: readonly string[];
  /** Id of the thing whose text is being edited. */
  readonly typing: string | null;
  /** A drag in progress: top-most ids and the offset from their stored places, canvas px. */
  readonly drag: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number } | null;
  /** Principal whose view they follow; their own while they ask everybody to come. */
  readonly follow: string | null;
  /** Canvas px. */
  readonly laser: { readonly x: number; readonly y: number } | null;
  /** Server time since which their hand is raised, ms since 1970 UTC. */
  readonly hand: number | null;
  /** How many hidden cards or dots they have. */
  readonly sealed: number | null;
  readonly mode: string | null;
}

const ID_LIMIT = 100;
const ZOOM_LIMIT = 1_000;

/** Checks one awareness state; `null` when nobody is named in it. Never throws. */
export function readPresence(state: unknown): Presence | null {
  const user = readUser(field(state, 'user'));
  if (user === null) return null;
  const get = (name: string): unknown => field(state, name);
  const sealed = number(get('sealed'));
  return {
    user,
    cursor: readPoint(get('cursor')),
    viewport: readViewport(get('viewport')),
    selection: readIds(get('selection')),
    typing: readText(get('typing')),
    drag: readDrag(get('drag')),
    follow: readText(get('follow')),
    laser: readPoint(get('laser')),
    hand: number(get('hand')),
    sealed: sealed !== null && sealed >= 0 ? Math.floor(sealed) : null,
    mode: readText(get('mode')),
  };
}

const field = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, name) ? Reflect.get(from, name) : null;

const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

const coordinate = (value: unknown): number | null => {
  const read = number(value);
  return read !== null && Math.abs(read) < COORDINATE_LIMIT ? read : null;
};

const readText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= ID_LIMIT ? value : null;

const readIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.slice(0, LIMITS.selectionIds).flatMap((id) => readText(id) ?? []) : [];

function readUser(value: unknown): Presence['user'] | null {
  const id = readText(field(value, 'id'));
  const name = field(value, 'name');
  const colour = field(value, 'colour');
  const role = field(value, 'role');
  if (id === null || typeof name !== 'string' || !isRole(role)) return null;
  return {
    id,
    name: name.slice(0, LIMITS.userName),
    colour: isParticipantColour(colour) ? colour : PARTICIPANT_COLOURS[0],
    role,
  };
}

function readPoint(value: unknown): Presence['cursor'] {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [x, y] = [coordinate(value[0]), coordinate(value[1])];
  return x === null || y === null ? null : { x, y };
}

function readViewport(value: unknown): Presence['viewport'] {
  if (!Array.isArray(value) || value.length !== 5) return null;
  const [x, y, width, height] = [value[0], value[1], value[3], value[4]].map(coordinate);
  const zoom = number(value[2]);
  if (x == null || y == null || width == null || height == null || zoom === null) return null;
  return zoom > 0 && zoom <= ZOOM_LIMIT && width > 0 && height > 0 ? { x, y, zoom, width, height } : null;
}

function readDrag(value: unknown): Presence['drag'] {
  const ids = readIds(field(value, 'ids'));
  const [dx, dy] = [coordinate(field(value, 'dx')), coordinate(field(value, 'dy'))];
  return ids.length === 0 || dx === null || dy === null ? null : { ids, dx, dy };
}
