/** Sentences about things that a gesture or an undo left as they are: which, and whose work keeps them so. */
import type { SkippedItem } from '@strideboard/document';
import type { SubjectId } from '@strideboard/model';
import { say, type InterfaceWords as Words } from '@strideboard/words';
import type { Room } from '../room/room.ts';
import { createSubjectNames } from './subject-names.ts';

/** At most this many names stand in one sentence. */
const NAMED = 3;

/** What undo or redo left alone: names the things and the people who changed them since. */
export function skippedText(skipped: readonly SkippedItem[], room: Room, words: Words): string {
  const { board } = words;
  const people = room.document.people();
  const who = new Set(skipped.map(({ by }) => (by === null ? undefined : people.get(by)?.name) ?? board.others));
  const ids = skipped.map(({ id }) => id);
  return say(board.skipped, { count: ids.length, who: [...who].join(', '), names: namesOf(ids, room, words) });
}

/** What a bulk gesture left alone because it is locked. */
export function lockedText(ids: readonly string[], room: Room, words: Words): string {
  return say(words.board.skippedLocked, { count: ids.length, names: namesOf(ids, room, words) });
}

function namesOf(ids: readonly string[], room: Room, { board, common }: Words): string {
  const subjects = createSubjectNames({ index: room.index(), pack: room.pack, common });
  const names = [...new Set(ids.map((id) => subjects.name(id as SubjectId) ?? common.unnamed))]; // only looked up
  const text = names.slice(0, NAMED).join(', ');
  return names.length <= NAMED ? text : say(board.namesMore, { names: text, count: names.length - NAMED });
}
