// The numbers that begin every binary frame on the socket. First varUint = message, for sync a second varUint = step.

/** First varUint of a frame (y-protocols numbering, so that an unmodified y-websocket client works). */
export const MESSAGE = Object.freeze({ sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const);

/** Second varUint of a `MESSAGE.sync` frame: state vector, answer to one, new updates. */
export const SYNC = Object.freeze({ step1: 0, step2: 1, update: 2 } as const);

/** Second varUint of a `MESSAGE.auth` frame; the server sends the reason in words right before it closes with a 44xx code. */
export const AUTH = Object.freeze({ denied: 0 } as const);

/** A whole frame: an awareness message with no entries. Sent by the server after 20 s of silence to keep y-websocket's watchdog calm. */
export const KEEP_ALIVE_FRAME: readonly number[] = Object.freeze([MESSAGE.awareness, 1, 0]);
