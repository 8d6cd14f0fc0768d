// Beginning a new epoch: another document takes the place of a room's, and what was before is kept as a version.
//
// The room is held from the moment its queue is empty until the swap is decided, so nothing can slip into the old log in between. The swap is
// one transaction. Afterwards everybody is sent away with 4409; what they had applied but not stored is in their journals.

import { CLOSE, CLOSE_REASON, type EpochChange } from '@strideboard/wire';
import type { Store } from '../store/store.ts';
import { summaryOf, type VersionAbout, versionOf } from '../versions/version.ts';
import type { WholeDocument } from '../versions/whole-document.ts';
import type { Room } from './room.ts';
import type { OpenProblem, Rooms } from './rooms.ts';

/** What versions and epochs need. */
export type EpochContext = { readonly rooms: Rooms; readonly store: Store; readonly now: () => number };

/** `moved`: something was stored since. `epoch`: the room is in another epoch. */
type EpochResult =
  | { readonly ok: true; readonly change: EpochChange }
  | { readonly ok: false; readonly problem: OpenProblem }
  | { readonly ok: false; readonly problem: 'moved' | 'epoch'; readonly epoch: number; readonly seq: number };

/**
 * Lets a document begin the next epoch of a room. `expected` is what the document was built from; null when it does not matter, as with a
 * restored version. Throws when the store fails; then nothing has changed.
 */
export async function beginEpoch(
  context: EpochContext,
  wanted: {
    readonly room: string;
    readonly expected: { readonly epoch: number; readonly seq: number | null };
    readonly document: WholeDocument;
    readonly builtBy: string | null;
    readonly before: VersionAbout;
  },
): Promise<EpochResult> {
  const { rooms, store, now } = context;
  const { expected, document } = wanted;
  const opened = await openClean(rooms, wanted.room);
  if (!opened.ok) return opened;
  const { room } = opened;
  const { epoch, seq } = room;
  if (epoch !== expected.epoch) return { ok: false, problem: 'epoch', epoch, seq };
  if (expected.seq !== null && expected.seq !== seq) return { ok: false, problem: 'moved', epoch, seq };

  const release = room.hold(); // nothing has waited since the room was seen clean
  try {
    const before = await versionOf(room, wanted.before, now());
    if (before === null || rooms.loaded(room.id) !== room) return { ok: false, problem: 'moved', epoch, seq };
    const { blob, stateVector, clients } = document;
    const { builtBy } = wanted;
    const start = { room: room.id, from: epoch, seq, at: before.at, blob, stateVector, clients, builtBy, before };
    if (!(await store.changeEpoch(start))) return { ok: false, problem: 'moved', epoch, seq };
    rooms.drop(room, CLOSE.epochChanged, CLOSE_REASON.epochChanged);
    return { ok: true, change: { epoch: epoch + 1, seq, before: summaryOf(before) } };
  } finally {
    release();
  }
}

/** A room with an empty queue that nobody holds; it stays so until the caller waits for something. */
export async function openClean(
  rooms: Rooms,
  id: string,
): Promise<{ readonly ok: true; readonly room: Room } | { readonly ok: false; readonly problem: OpenProblem }> {
  for (;;) {
    const opened = await rooms.open(id);
    if (!opened.ok) return opened;
    const { room } = opened;
    if (room.held !== null) await room.held;
    await rooms.settled(room);
    if (rooms.loaded(id) === room && room.held === null && room.isClean()) return { ok: true, room };
  }
}
