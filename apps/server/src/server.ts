// Puts the parts together: a store behind, HTTP and the socket's door in front, rooms between.

import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createAudit } from './audit.ts';
import type { Bus } from './bus/bus.ts';
import { createLocalBus } from './bus/local.ts';
import type { Config } from './config.ts';
import { createFront, listenAddresses } from './front.ts';
import { createApp } from './http/app.ts';
import { createMetricsDoor } from './http/metrics-routes.ts';
import type { Desk } from './jobs/desk.ts';
import { createLag } from './lag.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store/store.ts';
import { createHealth } from './sync/health.ts';
import { createRooms, type Rooms } from './sync/rooms.ts';
import { createTurns } from './sync/turns.ts';
import { openDoor } from './sync/upgrade.ts';
import { createBuckets } from './token-bucket.ts';
import { createTokens } from './tokens.ts';
import { createAutomaticVersions } from './versions/automatic-versions.ts';

/** A server; it owns its store and disposes it. */
export type StrideboardServer = {
  readonly metrics: Metrics;
  /** Starts listening; resolves to the base addresses, this computer's first. Rejects with the system's error. */
  listen(): Promise<readonly string[]>;
  /** Brings everything that was applied to disk; for a process that is about to end badly. */
  flush(): Promise<void>;
  /** Refuses newcomers, brings everything to disk, closes all sockets with 1012, closes the store. Safe to call twice. */
  dispose(): Promise<void>;
};

/** Creates a server on a store; nothing listens yet. */
export async function createServer(parts: {
  readonly config: Config;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly logger: Logger;
  readonly webFolder: string;
  /** Where heavy jobs are done. */
  readonly desk: Desk;
  readonly bus?: Bus;
  /** Sees the HTTP side before its routes are added. */
  readonly describe?: (app: FastifyInstance) => Promise<void>;
  readonly now?: () => number;
}): Promise<StrideboardServer> {
  const { config, store, logger, desk, now = Date.now, bus = createLocalBus() } = parts;
  const { limits, timing } = config;
  const lag = createLag();
  const metrics = createMetrics({ census: () => rooms.census(), lagMs: () => lag.takeWorstMs() });
  const audit = createAudit({ store, logger, now });
  const versions = createAutomaticVersions({ config, store, logger, now, everyMs: timing.versionEvery });
  const turns = createTurns({ budgetMs: timing.vetBudget, now: () => performance.now() });
  const tokens = createTokens(parts.secrets);
  const front = createFront(config);
  const health = createHealth({
    probe: () => store.probe(),
    firstMs: timing.firstRetry,
    lastMs: timing.lastRetry,
    onChange: (isWritable) => {
      if (isWritable) logger.warn('the store takes writes again');
      else logger.error('the store does not take writes; boards are read-only until it does');
    },
  });
  const roomHash = (room: string): string => tokens.roomHash(room);
  const rooms: Rooms = createRooms({ store, bus, desk, health, metrics, versions, config, logger, roomHash, now });
  const sessionRate = createBuckets({ perSecond: limits.sessionsPerMinute / 60, burst: limits.sessionsPerMinute });
  const createRate = createBuckets({ perSecond: limits.roomsPerHour / 3_600, burst: limits.roomsPerHour });
  const versionRate = createBuckets({ perSecond: limits.versionsPerHour / 3_600, burst: limits.versionsPerHour });
  let isAccepting = true;
  let addresses: readonly string[] = [];
  let disposing: Promise<void> | null = null;

  const app = await createApp(
    {
      config,
      store,
      tokens,
      front,
      rooms,
      desk,
      versions,
      health,
      lag,
      metrics,
      audit,
      logger,
      sessionRate,
      createRate,
      versionRate,
      now,
      isAccepting: () => isAccepting,
      addresses: () => addresses,
    },
    resolve(parts.webFolder),
    parts.describe,
  );
  const door = openDoor(app.server, {
    ...{ store, tokens, front, config, rooms, health },
    ...{ turns, metrics, audit, logger, now },
  });
  const metricsDoor = createMetricsDoor(metrics);
  const sweeper = setInterval(() => {
    const at = now();
    rooms.sweep(at);
    audit.sweep(at);
    for (const buckets of [door, sessionRate, createRate, versionRate]) buckets.sweep(at);
  }, timing.sweepEvery);
  sweeper.unref();
  const purge = async (): Promise<void> => {
    try {
      const count = await store.purge(now() - timing.purgeAfter, now());
      await store.dropAudit(now() - timing.auditLife);
      if (count > 0) logger.warn({ count }, 'boards deleted long ago were removed for good');
    } catch (error) {
      logger.error({ err: error }, 'deleted boards could not be removed; the next round tries again');
    }
  };
  const purger = setInterval(() => void purge(), timing.purgeEvery);
  purger.unref();

  const shutDown = async (): Promise<void> => {
    isAccepting = false;
    door.close();
    clearInterval(sweeper);
    clearInterval(purger);
    await rooms.dispose();
    await door.dispose();
    await app.close();
    await metricsDoor.dispose();
    await audit.dispose();
    health.dispose();
    lag.dispose();
    desk.dispose();
    store.dispose();
  };

  return {
    metrics,
    async listen() {
      await purge();
      await app.listen({ host: config.host, port: config.port });
      if (config.metricsPort !== null) await metricsDoor.listen(config.host, config.metricsPort);
      const { port } = app.server.address() as AddressInfo; // a listening TCP server has an address with a port
      addresses = listenAddresses(config.host, port);
      return addresses;
    },
    flush: () => rooms.flush(),
    dispose() {
      disposing ??= shutDown();
      return disposing;
    },
  };
}
