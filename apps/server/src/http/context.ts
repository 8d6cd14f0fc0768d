// What the routes share.

import type { Logger } from 'pino';
import type { Audit } from '../audit.ts';
import type { Config } from '../config.ts';
import type { Front } from '../front.ts';
import type { Desk } from '../jobs/desk.ts';
import type { Lag } from '../lag.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import type { Health } from '../sync/health.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Buckets } from '../token-bucket.ts';
import type { Tokens } from '../tokens.ts';
import type { AutomaticVersions } from '../versions/automatic-versions.ts';

/** Everything a route may use. */
export type HttpContext = {
  readonly config: Config;
  readonly store: Store;
  readonly tokens: Tokens;
  readonly front: Front;
  readonly rooms: Rooms;
  readonly desk: Desk;
  readonly versions: AutomaticVersions;
  readonly lag: Pick<Lag, 'worstMs'>;
  readonly metrics: Metrics;
  readonly audit: Audit;
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
