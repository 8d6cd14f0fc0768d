/**
 * The stored shape of the register: nested maps as records, flat roots as single keys. Reading checks every value and never throws; a writer
 * gives exactly the keys that carry a value, so that reading them again gives an equal thing. Absent and `null` mean the same.
 */

import { THREAT_STATES } from './decision.ts';
import { isRoomId } from './ids.ts';
import {
  type AppliedControl,
  CONTROL_STATES,
  type ManualThreat,
  MOST_STEPS,
  RECORD_KINDS,
  RECORD_STATES,
  type RecordState,
  type RoomControl,
  SENTENCE_PARTS,
  type StandingDecision,
  type StatedStrength,
  STRIDE_LETTERS,
  type StrideLetter,
  type TeamRecord,
} from './register.ts';
import {
  flaggedIds,
  ID_LIMIT,
  LABEL_LIMIT,
  nonEmpty,
  oneOf,
  orderKey,
  ownValue,
  readStamp,
  type StoredRecord,
  text,
  textList,
  tuple,
} from './stored-values.ts';
import type { APPLIED_FIELDS } from './stored-links.ts';

/** A nested thing as read; deleted ones are kept apart, because they come back by undo. */
export interface ReadItem<Item> {
  readonly item: Item;
  readonly deleted: boolean;
}

const isDeleted = (record: StoredRecord): boolean => ownValue(record, 'del') !== null;

/** The STRIDE letters of a list, in their order, each once. */
export const readLetters = (value: unknown): readonly StrideLetter[] => {
  const given = tuple(value);
  return STRIDE_LETTERS.filter((letter) => given.includes(letter));
};

/** Reads a hand-written threat. */
export function readManualThreat(id: string, record: StoredRecord, description = ''): ReadItem<ManualThreat> {
  const get = (key: string): unknown => ownValue(record, key);
  const item = {
    id,
    title: text(get('title'), LABEL_LIMIT),
    letters: readLetters(get('letters')),
    on: flaggedIds(record, 'on'),
    origin: nonEmpty(get('origin'), 64) ?? 'hand',
    from: textList(get('from')),
    z: orderKey(get('z')),
    created: readStamp(get('by')),
    ...readSentence(record),
    description,
  };
  return { item, deleted: isDeleted(record) };
}

/** One key a part, `s.<part>`, so that two people writing two parts both succeed. */
function readSentence(record: StoredRecord): Pick<ManualThreat, 'sentence'> {
  const parts = SENTENCE_PARTS.flatMap((part): readonly (readonly [string, string])[] => {
    const written = nonEmpty(ownValue(record, `s.${part}`));
    return written === null ? [] : [[part, written]];
  });
  return parts.length === 0 ? {} : { sentence: Object.fromEntries(parts) };
}

/** The stored record of a hand-written threat; its description is stored apart, as text. */
export function writeManualThreat(threat: ManualThreat): Record<string, unknown> {
  return {
    ...withText({ title: threat.title }),
    ...(threat.letters.length > 0 ? { letters: [...threat.letters] } : {}),
    ...Object.fromEntries(threat.on.map((id) => [`on.${id}`, 1])),
    origin: threat.origin,
    ...(threat.from.length > 0 ? { from: [...threat.from] } : {}),
    z: threat.z,
    ...withStamp('by', threat.created),
    ...withText(Object.fromEntries(SENTENCE_PARTS.map((part) => [`s.${part}`, threat.sentence?.[part] ?? '']))),
  };
}

/** Reads a control that was invented in the room. */
export function readControl(id: string, record: StoredRecord, notes = ''): ReadItem<RoomControl> {
  const get = (key: string, limit?: number): string => text(ownValue(record, key), limit);
  const item = {
    id,
    title: get('title', LABEL_LIMIT),
    group: get('group', LABEL_LIMIT),
    layer: get('layer', LABEL_LIMIT),
    strength: readStrength(ownValue(record, 'strength')),
    test: get('test'),
    signal: get('signal'),
    requirements: textList(ownValue(record, 'requirements')),
    notes,
  };
  return { item, deleted: isDeleted(record) };
}

/** `[likelihood, impact]` in steps; anything else was not said. */
function readStrength(value: unknown): StatedStrength | null {
  const [likelihood, impact] = tuple(value);
  return isSteps(likelihood) && isSteps(impact) ? { likelihood, impact } : null;
}

const isSteps = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_STEPS;

/** The stored record of such a control; its notes are stored apart, as text. */
export const writeControl = (control: RoomControl): Record<string, unknown> => {
  const { title, group, layer, strength, test, signal, requirements } = control;
  return {
    ...withText({ title, group, layer, test, signal }),
    ...(strength === null ? {} : { strength: [strength.likelihood, strength.impact] }),
    ...(requirements.length > 0 ? { requirements: [...requirements] } : {}),
  };
};

/** Reads a standing decision; a rule and a scope it must have, or it decides nothing and is `null`. */
export function readStanding(id: string, record: StoredRecord): ReadItem<StandingDecision> | null {
  const get = (key: string): unknown => ownValue(record, key);
  const rule = text(get('rule'), ID_LIMIT);
  const scope = text(get('scope'), ID_LIMIT);
  if (rule === '' || scope === '') return null;
  const item = {
    id,
    rule,
    scope,
    state: oneOf(THREAT_STATES, get('state')),
    why: text(get('why')),
    owner: text(get('owner')),
    until: text(get('until'), 64),
    created: readStamp(get('by')),
    ended: readEnding(get('ended')),
  };
  return { item, deleted: isDeleted(record) };
}

/** `[by, at, why]`; anything else has not ended. */
function readEnding(value: unknown): StandingDecision['ended'] {
  const stamp = readStamp(value);
  return stamp === null ? null : { ...stamp, why: text(tuple(value)[2]) };
}

/** The stored record of a standing decision. */
export function writeStanding(standing: StandingDecision): StoredRecord {
  const { rule, scope, state, why, owner, until, created, ended } = standing;
  const ending = ended === null ? {} : { ended: [ended.by, ended.at, ended.why] };
  return { rule, scope, state, ...withText({ why, owner, until }), ...withStamp('by', created), ...ending };
}

/** Reads a record of the team; one of no known kind is `null`. */
export function readRecord(id: string, record: StoredRecord, body = ''): ReadItem<TeamRecord> | null {
  const get = (key: string): unknown => ownValue(record, key);
  const kind = RECORD_KINDS.find((known) => known === get('kind'));
  if (kind === undefined) return null;
  const replaces = get('replaces');
  const item = {
    id,
    kind,
    title: text(get('title'), LABEL_LIMIT),
    state: oneOf<RecordState>(RECORD_STATES[kind], get('state')),
    about: flaggedIds(record, 'about'),
    owner: text(get('owner')),
    due: text(get('due'), 64),
    created: readStamp(get('by')),
    agreed: readStamp(get('agreed')),
    replaces: isRoomId(replaces) ? replaces : null,
    importedFrom: nonEmpty(get('src')),
    z: orderKey(get('z')),
    text: body,
  };
  return { item, deleted: isDeleted(record) };
}

/** The stored record of a record of the team; its body is stored apart, as text. */
export function writeRecord(record: TeamRecord): Record<string, unknown> {
  return {
    kind: record.kind,
    ...withText({ title: record.title, owner: record.owner, due: record.due, src: record.importedFrom ?? '' }),
    state: record.state,
    ...Object.fromEntries(record.about.map((id) => [`about.${id}`, 1])),
    ...withStamp('by', record.created),
    ...withStamp('agreed', record.agreed),
    ...(record.replaces === null ? {} : { replaces: record.replaces }),
    z: record.z,
  };
}

/** Reads one applied control through a look-up of its flat keys; `null` when it is not applied (any more). */
export function readApplied(control: string, element: string, at: (key: string) => unknown): AppliedControl | null {
  const get = (field: (typeof APPLIED_FIELDS)[number]): unknown => at(`${control}|${element}|${field}`) ?? null;
  if (get('on') !== 1) return null;
  return {
    control,
    element,
    state: oneOf(CONTROL_STATES, get('state')),
    owner: text(get('owner')),
    evidence: text(get('evidence')),
    ticket: text(get('ticket')),
  };
}

/** The flat entries of an applied control. */
export function writeApplied({ control, element, state, ...texts }: AppliedControl): readonly [string, unknown][] {
  const fields = { on: 1, state, ...withText(texts) };
  return Object.entries(fields).map(([field, value]) => [`${control}|${element}|${field}`, value]);
}

/** Entries of the texts that have something in them. */
function withText(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
}

function withStamp(key: string, stamp: { readonly by: string; readonly at: number } | null): Record<string, unknown> {
  return stamp === null ? {} : { [key]: [stamp.by, stamp.at] };
}
