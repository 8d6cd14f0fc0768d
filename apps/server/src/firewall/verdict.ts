// What the firewall may decide, and the usual refusals.

import { CLOSE, CLOSE_REASON, type CloseCode, type CloseReason } from '@strideboard/wire';

/** A refusal; `why` is for the log, `reason` for the client. */
export type Refusal = {
  readonly verdict: 'close';
  readonly code: CloseCode;
  readonly reason: CloseReason;
  readonly why: string;
};

/** Ignore the update and ask for what is missing; `foreign` when it carries what somebody else has to bring. */
export type Resync = { readonly verdict: 'resync'; readonly cause: 'missing' | 'foreign'; readonly why: string };

/**
 * What to do with an update: apply it (`clients` = Yjs client ids with new structs), ignore it because it holds nothing new, ignore it and
 * ask the client for everything that is missing, or close the socket.
 */
export type Verdict =
  | { readonly verdict: 'apply'; readonly clients: readonly number[] }
  | { readonly verdict: 'nothing' }
  | Resync
  | Refusal;

const close = (code: CloseCode, reason: CloseReason, why: string): Refusal => ({ verdict: 'close', code, reason, why });

/** The update does not decode. */
export const MALFORMED: Refusal = Object.freeze(
  close(CLOSE.malformed, CLOSE_REASON.malformedMessage, 'the update does not decode'),
);

/** Content nobody may write. */
export const refuse = (why: string): Refusal => close(CLOSE.refused, CLOSE_REASON.contentRefused, why);

/** New structs under a Yjs client id that is somebody else's. */
export const taken = (why: string): Refusal => close(CLOSE.refused, CLOSE_REASON.clientIdTaken, why);

/** A write this writer may not do. */
export const forbid = (why: string): Refusal => close(CLOSE.forbidden, CLOSE_REASON.writeNotAllowed, why);

/** A write to a key that a facilitator froze. */
export const frozen = (why: string): Refusal => close(CLOSE.locked, CLOSE_REASON.lockedKey, why);

/** The room cannot grow by this much. */
export const full = (why: string): Refusal => close(CLOSE.roomFull, CLOSE_REASON.roomFull, why);

/** Work on a lineage that a restored version or a rebuilt document has ended. */
export const outdated = (why: string): Refusal => close(CLOSE.epochChanged, CLOSE_REASON.epochChanged, why);

/** Asks for everything beyond what the room has. */
export const resync = (why: string, cause: Resync['cause'] = 'missing'): Resync => ({ verdict: 'resync', cause, why });
