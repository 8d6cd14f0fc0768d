/** Sentences about gestures that did nothing and things they left as they are: which, and whose work keeps them so. Fetched when said. */
import type { CommandResult, SkippedItem } from '@strideboard/document';
import type { SubjectId } from '@strideboard/model';
import { occasional, say, type InterfaceWords as Words } from '@strideboard/words';
import type { Room } from '../room/room.ts';
import { createSubjectNames } from './subject-names.ts';

type Refused = Extract<CommandResult, { readonly ok: false }>;

/** Why a gesture wrote nothing. */
export const refusedText = ({ problem }: Refused): string => occasional.outcome.refusedCommands[problem.code];

/** Why undo did nothing. */
export const nothingText = (): string => occasional.outcome.nothingToUndo;

/** At most this many names stand in one sentence. */
const NAMED = 3;

/** What undo or redo left alone: names the things and the people who changed them since. */
export function skippedText(skipped: readonly SkippedItem[], room: Room, words: Words): string {
  const { outcome } = occasional;
  const people = room.document.people();
  const who = new Set(skipped.map(({ by }) => (by === null ? undefined : people.get(by)?.name) ?? outcome.others));
  const ids = skipped.map(({ id }) => id);
  return say(outcome.skipped, { count: ids.length, who: [...who].join(', '), names: namesOf(ids, room, words) });
}

/** What a bulk gesture left alone because it is locked. */
export function lockedText(ids: readonly string[], room: Room, words: Words): string {
  return say(occasional.outcome.skippedLocked, { count: ids.length, names: namesOf(ids, room, words) });
}

function namesOf(ids: readonly string[], room: Room, { common }: Words): string {
  const subjects = createSubjectNames({ index: room.index(), pack: room.pack, common });
  const names = [...new Set(ids.map((id) => subjects.name(id as SubjectId) ?? common.unnamed))]; // only looked up
  const text = names.slice(0, NAMED).join(', ');
  return names.length <= NAMED ? text : say(occasional.outcome.namesMore, { names: text, count: names.length - NAMED });
}
