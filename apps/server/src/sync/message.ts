// Reads one binary frame of a client. Unknown types, truncated messages and trailing bytes are malformed.

import { MESSAGE, SYNC } from '@strideboard/wire';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** What a client may say. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly mode: 'update' | 'step2' }
  | { readonly kind: 'presence'; readonly entries: Uint8Array }
  | { readonly kind: 'query' }
  /** Only servers deny; a client that does misuses the protocol. */
  | { readonly kind: 'auth' }
  | { readonly kind: 'malformed' };

const MALFORMED: ClientMessage = { kind: 'malformed' };

/** Reads a frame; never throws. Step 2 and update differ in whose work they may carry. */
export function readMessage(frame: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = read(decoder);
    // Reading past the end moves the position beyond it, so this also catches announced lengths that lie.
    return decoding.hasContent(decoder) && message.kind !== 'auth' ? MALFORMED : message;
  } catch {
    return MALFORMED;
  }
}

function read(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.queryAwareness) return { kind: 'query' };
  if (type === MESSAGE.awareness) return { kind: 'presence', entries: decoding.readVarUint8Array(decoder) };
  if (type === MESSAGE.auth) return { kind: 'auth' };
  if (type !== MESSAGE.sync) return MALFORMED;
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === SYNC.step2) return { kind: 'update', update: payload, mode: 'step2' };
  if (step === SYNC.update) return { kind: 'update', update: payload, mode: 'update' };
  if (step !== SYNC.step1) return MALFORMED;
  Y.decodeStateVector(payload); // throws when it is none
  return { kind: 'step1', stateVector: payload };
}
