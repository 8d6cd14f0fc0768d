// What the routes share.

import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Front } from '../front.ts';
import type { Store } from '../store/store.ts';
import type { Health } from '../sync/health.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Buckets } from '../token-bucket.ts';
import type { Tokens } from '../tokens.ts';

/** Everything a route may use. */
export type HttpContext = {
  readonly config: Config;
  readonly store: Store;
  readonly tokens: Tokens;
  readonly front: Front;
  readonly rooms: Rooms;
  readonly health: Health;
  readonly logger: Logger;
  readonly sessionRate: Buckets;
  readonly createRate: Buckets;
  /** Versions and epochs, per room. */
  readonly versionRate: Buckets;
  readonly now: () => number;
  /** False from the moment the server shuts down. */
  readonly isAccepting: () => boolean;
  /** Base addresses, once the server listens. */
  readonly addresses: () => readonly string[];
};
