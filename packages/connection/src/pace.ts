// The times of a connection in one place. Tests hand in shorter ones; the product uses these.

/** Times in ms, unless the name says otherwise. */
export interface Pace {
  /** Between two looks at the line. */
  readonly heartbeatTickMs: number;
  /** Looks without any message, after a question, until the line counts as dead. */
  readonly heartbeatTicksToDead: number;
  /** First reconnect delay; doubles with each attempt. */
  readonly retryFirstMs: number;
  /** The longest reconnect delay is drawn once per connection from this range, so that a crowd spreads out. */
  readonly retryCeilingMs: readonly [number, number];
  /** After a restart of the server, each client waits a random part of this. */
  readonly restartSpreadMs: number;
  /** Shortest wait after the server said "too fast"; up to as much again is added at random. */
  readonly rateWaitMs: number;
  /** A token with less life than this is exchanged before it is used. */
  readonly tokenReserveMs: number;
  /** An exchange without an answer counts as unreachable after this. */
  readonly requestTimeoutMs: number;
  /** A socket that has not opened by then is given up. */
  readonly connectTimeoutMs: number;
  /** An open socket that has not brought the complete document by then is given up (a big board on a slow line takes a while). */
  readonly syncTimeoutMs: number;
  /** A local cache that has not opened by then counts as unavailable. */
  readonly cacheTimeoutMs: number;
}

/** Times of the product. A dead line is noticed within `heartbeatTickMs` × (2 + `heartbeatTicksToDead`) = 5 s. */
export const PACE: Pace = Object.freeze({
  heartbeatTickMs: 1_000,
  heartbeatTicksToDead: 3,
  retryFirstMs: 200,
  retryCeilingMs: [2_000, 6_000] as const,
  restartSpreadMs: 5_000,
  rateWaitMs: 5_000,
  tokenReserveMs: 120_000,
  requestTimeoutMs: 6_000,
  connectTimeoutMs: 8_000,
  syncTimeoutMs: 60_000,
  cacheTimeoutMs: 5_000,
});
