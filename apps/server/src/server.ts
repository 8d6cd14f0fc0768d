// Puts the parts together: a store behind, HTTP and the socket's door in front, rooms between.

import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createFront, listenAddresses } from './front.ts';
import { createApp } from './http/app.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store/store.ts';
import { createHealth } from './sync/health.ts';
import { createRooms } from './sync/rooms.ts';
import { openDoor } from './sync/upgrade.ts';
import { createBuckets } from './token-bucket.ts';
import { createTokens } from './tokens.ts';

/** A server; it owns its store and disposes it. */
export type StrideboardServer = {
  /** Starts listening; resolves to the base addresses, this computer's first. Rejects with the system's error. */
  listen(): Promise<readonly string[]>;
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
  readonly now?: () => number;
}): Promise<StrideboardServer> {
  const { config, store, logger } = parts;
  const { limits, timing } = config;
  const now = parts.now ?? Date.now;
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
  const rooms = createRooms({ store, health, config, logger, roomHash: (room) => tokens.roomHash(room), now });
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
      health,
      logger,
      sessionRate,
      createRate,
      versionRate,
      now,
      isAccepting: () => isAccepting,
      addresses: () => addresses,
    },
    resolve(parts.webFolder),
  );
  const door = openDoor(app.server, { store, tokens, front, config, rooms, health, logger, now });
  const sweeper = setInterval(() => {
    const at = now();
    rooms.sweep(at);
    for (const buckets of [door, sessionRate, createRate, versionRate]) buckets.sweep(at);
  }, timing.sweepEvery);
  sweeper.unref();
  const purge = async (): Promise<void> => {
    try {
      const count = await store.purge(now() - timing.purgeAfter, now());
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
    health.dispose();
    store.dispose();
  };

  return {
    async listen() {
      await purge();
      await app.listen({ host: config.host, port: config.port });
      const { port } = app.server.address() as AddressInfo; // a listening TCP server has an address with a port
      addresses = listenAddresses(config.host, port);
      return addresses;
    },
    dispose() {
      disposing ??= shutDown();
      return disposing;
    },
  };
}
