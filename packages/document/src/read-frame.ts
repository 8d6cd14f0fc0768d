/** Reads what frames the diagrams: title and the like, settings, the list of diagrams, and the people who joined. */

import {
  compareText,
  DEFAULT_GRID,
  type Diagram,
  diagramId,
  elementId,
  isOrderKey,
  isRoomId,
  type ModelMeta,
  type ModelSettings,
  readStamp,
  SCHEMA,
  type Scalar,
} from '@strideboard/model';
import { isParticipantColour, LIMITS, PARTICIPANT_COLOURS } from '@strideboard/wire';
import { readPacks } from './board-packs.ts';
import { plainAt, type Roots, recordAt, sortedKeys } from './roots.ts';

/** Somebody who joined with a writing role; outlives presence. */
export interface Person {
  readonly name: string;
  /** CSS hex, one of the participant colours. */
  readonly colour: string;
}

const LIST_LIMIT = 200;

const text = (value: unknown, limit: number = LIMITS.text): string =>
  typeof value === 'string' ? value.slice(0, limit) : '';

/** Reads root `meta`; wrong values read as empty. */
export function readMeta(roots: Roots): ModelMeta {
  const get = (key: string): unknown => plainAt(roots.meta, key);
  const reviewers = get('reviewers');
  return {
    title: text(get('title'), LIMITS.label),
    summary: text(get('summary')),
    owner: text(get('owner'), LIMITS.label),
    reviewers: Array.isArray(reviewers)
      ? reviewers.filter((name) => typeof name === 'string').slice(0, LIST_LIMIT)
      : [],
    system: text(get('system')),
    created: readStamp(get('created')),
  };
}

/** Reads root `settings`; an absent or wrong schema reads as 1. */
export function readSettings(roots: Roots): ModelSettings {
  const schema = plainAt(roots.settings, 'schema');
  const grid = plainAt(roots.settings, 'grid');
  return {
    schema: typeof schema === 'number' && Number.isSafeInteger(schema) && schema >= 1 ? schema : 1,
    packs: readPacks(roots),
    method: readScalars(plainAt(roots.settings, 'method')),
    grid: typeof grid === 'number' && Number.isInteger(grid) && grid >= 0 && grid <= 200 ? grid : DEFAULT_GRID,
    defaults: readScalars(plainAt(roots.settings, 'defaults')),
  };
}

/** Whether the document was written by a newer schema than this code understands (I11). */
export const isNewerSchema = (settings: ModelSettings): boolean => settings.schema > SCHEMA;

/** Names that not every reader of JSON keeps as ordinary ones. */
const NO_NAMES: readonly string[] = ['__proto__', 'prototype', 'constructor'];

/** Scalars by name, in order of names; anything else is passed over. */
function readScalars(value: unknown): Readonly<Record<string, Scalar>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, Scalar] =>
      entry[0].length <= 64 &&
      !NO_NAMES.includes(entry[0]) &&
      ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return Object.fromEntries(entries.slice(0, LIST_LIMIT).sort(([a], [b]) => compareText(a, b)));
}

/** Reads root `diagrams` in (z, id) order without deleted ones. Empty means one untitled diagram. */
export function readDiagrams(roots: Roots): readonly Diagram[] {
  const diagrams: Diagram[] = [];
  for (const id of sortedKeys(roots.diagrams)) {
    const record = recordAt(roots.diagrams, id);
    if (record === null || !isRoomId(id) || (record['del'] ?? null) !== null) continue;
    const details = record['details'];
    diagrams.push({
      id: diagramId(id),
      title: text(record['title'], LIMITS.label),
      details: isRoomId(details) ? elementId(details) : null,
      z: isOrderKey(record['z']) ? record['z'] : 'a0',
    });
  }
  return diagrams.sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id));
}

/** Reads root `people`: principal → name and colour, for everybody with a name. */
export function readPeople(roots: Roots): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const key of sortedKeys(roots.people)) {
    const [principal, field, ...rest] = key.split('|');
    if (principal === undefined || principal === '' || field !== 'name' || rest.length > 0) continue;
    const name = text(plainAt(roots.people, key), LIMITS.userName);
    const colour = plainAt(roots.people, `${principal}|colour`);
    if (name !== '')
      people.set(principal, { name, colour: isParticipantColour(colour) ? colour : PARTICIPANT_COLOURS[0] });
  }
  return people;
}

/** People whom a file brought: key `people` of root `meta`, `[[principal, name, colour], …]`. */
export function readEarlierPeople(roots: Roots): ReadonlyMap<string, Person> {
  const stored = plainAt(roots.meta, 'people');
  const people = new Map<string, Person>();
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
  for (const entry of list.slice(0, PEOPLE_LIMIT)) {
    const tuple: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const [principal, given, colour] = tuple;
    const name = text(given, LIMITS.userName);
    if (typeof principal === 'string' && principal !== '' && principal.length <= 100 && name !== '')
      people.set(principal, { name, colour: isParticipantColour(colour) ? colour : PARTICIPANT_COLOURS[0] });
  }
  return people;
}

/** The most people a file may bring. */
export const PEOPLE_LIMIT = 500;
