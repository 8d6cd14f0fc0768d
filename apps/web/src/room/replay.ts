/** Making gestures again; fetched when a board was opened anew. */
import { type CommandsOptions, type LoggedGesture, type ReplayOutcome, replayGestures } from '@strideboard/document';

/** Makes what is in the journal again on the fresh copy. */
export const replay = (
  { document, history, author }: CommandsOptions,
  gestures: readonly LoggedGesture[],
): ReplayOutcome => replayGestures({ document, history, author }, gestures);
