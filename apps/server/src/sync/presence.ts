// Who is in a room right now. One entry per socket; what others claim about themselves is kept apart from what the server knows.
//
// A removal is sent with the clock of the entry it removes: y-protocols accepts that, and the owner's next change after a reconnect, one
// clock further, is then accepted by everybody at once.

import { LIMITS, type ParticipantColour } from '@strideboard/wire';
import * as decoding from 'lib0/decoding';
import { presenceFrame, type WireEntry } from './frames.ts';
import type { Participant } from './participant.ts';
import { cleanEntry } from './presence-entry.ts';

type Entry = {
  readonly owner: Participant;
  readonly clock: number;
  readonly json: string;
  readonly colour: ParticipantColour;
  readonly at: number;
  /** The clock is one further than the owner's, because the server changed the entry. */
  readonly isRestamped: boolean;
};

/** Presence of one room. */
export type Presence = {
  /** Takes an awareness message; false when it is malformed. Entries of others are dropped silently: stock clients echo them. */
  receive(message: Uint8Array, participant: Participant, now: number): boolean;
  /** A frame with all entries. */
  frame(): Uint8Array;
  /** Removes a participant's entry. */
  leave(participant: Participant): void;
  /** Signs all entries anew after roles changed, and tells everybody. */
  restamp(): void;
  /** Removes entries that were not renewed in time. */
  expire(now: number): void;
  /** Colours in use, by principal. */
  colours(): ReadonlyMap<string, ParticipantColour>;
  dispose(): void;
};

/**
 * Creates the presence of a room; changes are collected for `flushMs` and sent as one frame. `claim` asks whether a participant may use a Yjs
 * client id.
 */
export function createPresence(options: {
  readonly send: (frame: Uint8Array) => void;
  readonly claim: (client: number, participant: Participant) => boolean;
  readonly flushMs: number;
  readonly expiryMs: number;
}): Presence {
  const entries = new Map<number, Entry>();
  const clientOf = new Map<Participant, number>();
  const changed = new Map<number, WireEntry>();
  let timer: NodeJS.Timeout | null = null;

  const flush = (): void => {
    timer = null;
    const frame = presenceFrame([...changed.values()]);
    changed.clear();
    options.send(frame);
  };
  const announce = (entry: WireEntry): void => {
    changed.set(entry.client, entry);
    timer ??= setTimeout(flush, options.flushMs);
  };
  const remove = (client: number, clock: number): void => {
    entries.delete(client);
    announce({ client, clock, json: 'null' });
  };

  const take = (entry: WireEntry, participant: Participant, now: number): void => {
    const known = entries.get(entry.client);
    const isForeign = known !== undefined && known.owner.principal !== participant.principal;
    const isFirst = !clientOf.has(participant) && entry.json !== 'null' && !isForeign;
    if (isFirst && options.claim(entry.client, participant)) clientOf.set(participant, entry.client);
    if (clientOf.get(participant) !== entry.client || isForeign) return;
    if (entry.json === 'null') {
      if (known?.owner === participant && entry.clock >= known.clock) remove(entry.client, entry.clock);
      return;
    }
    // A new socket of the same person may repeat the clock of the one it replaces.
    const isRepeatable = known?.owner !== participant || known.isRestamped;
    const lowest = known === undefined ? 0 : isRepeatable ? known.clock : known.clock + 1;
    if (entry.clock < lowest || (known !== undefined && entry.clock > known.clock + LIMITS.awarenessClockStep)) return;
    const clean = cleanEntry(entry.json, participant);
    if (clean === null) return;
    entries.set(entry.client, { owner: participant, clock: entry.clock, ...clean, at: now, isRestamped: false });
    announce({ client: entry.client, clock: entry.clock, json: clean.json });
  };

  return {
    receive(message, participant, now) {
      const read = readEntries(message);
      for (const entry of read ?? []) take(entry, participant, now);
      return read !== null;
    },
    frame() {
      return presenceFrame([...entries].map(([client, { clock, json }]) => ({ client, clock, json })));
    },
    leave(participant) {
      const client = clientOf.get(participant);
      clientOf.delete(participant);
      const entry = client === undefined ? undefined : entries.get(client);
      if (client !== undefined && entry?.owner === participant) remove(client, entry.clock);
    },
    restamp() {
      for (const [client, entry] of entries) {
        const clean = cleanEntry(entry.json, entry.owner);
        if (clean === null || clean.json === entry.json) continue;
        const clock = entry.clock + 1;
        entries.set(client, { ...entry, ...clean, clock, isRestamped: true });
        announce({ client, clock, json: clean.json });
      }
    },
    expire(now) {
      for (const [client, entry] of entries) if (now - entry.at > options.expiryMs) remove(client, entry.clock);
    },
    colours() {
      return new Map([...entries.values()].map(({ owner, colour }) => [owner.principal, colour]));
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

function readEntries(message: Uint8Array): WireEntry[] | null {
  try {
    const decoder = decoding.createDecoder(message);
    const count = decoding.readVarUint(decoder);
    const read: WireEntry[] = [];
    for (let index = 0; index < Math.min(count, LIMITS.awarenessEntriesPerMessage); index += 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      read.push({ client, clock, json: decoding.readVarString(decoder) });
      if (decoder.pos > message.byteLength) return null;
    }
    const isComplete = count > LIMITS.awarenessEntriesPerMessage || !decoding.hasContent(decoder);
    return isComplete ? read : null;
  } catch {
    return null; // malformed, whatever the decoder disliked
  }
}
