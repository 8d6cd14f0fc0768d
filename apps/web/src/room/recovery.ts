/** Opening a board anew after the server refused a write or replaced the board, with what was not stored made again. */
import type { ConnectionProblemCode } from '@strideboard/connection';
import type { LoggedGesture, ReplayOutcome } from '@strideboard/document';
import type { Model } from '@strideboard/model';

/** Reasons after which a fresh copy of the board helps. After any other the board stays as it is, to be looked at and exported. */
const RECOVERABLE = [
  'write-refused',
  'locked',
  'content-refused',
  'epoch-changed',
] as const satisfies ConnectionProblemCode[];
/** Why a board was opened anew. */
export type RecoveryReason = (typeof RECOVERABLE)[number];

/** What the next life of a board begins with. */
export interface Recovery {
  readonly reason: RecoveryReason;
  readonly gestures: readonly LoggedGesture[];
  /** Lineage of the copy that came to its end; null when it was never known. */
  readonly epoch: number | null;
  /** The board as this person saw it before: can be saved as a file. */
  readonly copy: Model;
}

/** What became of it. */
export interface Recovered extends Recovery {
  readonly outcome: ReplayOutcome;
}

/** Whether a fresh copy helps. */
export const isRecoverable = (code: ConnectionProblemCode | undefined): code is RecoveryReason =>
  RECOVERABLE.some((known) => known === code);

/** A content that was refused twice within this time is not made again: it is offered as a copy instead, ms. */
const SECOND_REFUSAL_MS = 60_000;

/** What to make again, given when the last recovery was. Content that the server refused twice in a row is left to the copy. */
export function gesturesToReplay(
  reason: RecoveryReason,
  gestures: readonly LoggedGesture[],
  sinceLastMs: number | null,
): readonly LoggedGesture[] {
  const isSecond = reason === 'content-refused' && sinceLastMs !== null && sinceLastMs < SECOND_REFUSAL_MS;
  return isSecond ? [] : gestures;
}
