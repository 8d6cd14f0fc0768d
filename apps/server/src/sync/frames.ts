// Builds the frames the server sends. One frame is built once and shared by all its receivers.

import { AUTH, MESSAGE, SYNC } from '@strideboard/wire';
import * as encoding from 'lib0/encoding';

/** One presence entry on the wire; `json` is `null` as text when the entry is removed. */
export type WireEntry = { readonly client: number; readonly clock: number; readonly json: string };

/** Asks for everything beyond a state vector. */
export const stepOneFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(SYNC.step1, stateVector);

/** Answers a step 1. */
export const stepTwoFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.step2, update);

/** New durable updates of one turn. */
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.update, update);

/** Presence entries, in the encoding of y-protocols. */
export function presenceFrame(entries: readonly WireEntry[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, json } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** The reason in words, sent right before a 44xx close. */
export function deniedFrame(reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.auth);
    encoding.writeVarUint(encoder, AUTH.denied);
    encoding.writeVarString(encoder, reason);
  });
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}
