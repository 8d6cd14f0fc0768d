// How many versions a board keeps: thinning after each new one.

import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { thinnedVersions } from './version-thinning.ts';

/** What keeping versions needs. */
export type VersionContext = {
  readonly config: Pick<Config, 'limits'>;
  readonly store: Store;
  readonly logger: Logger;
  readonly now: () => number;
};

const BUDGET_IN_ROOMS = 8;

/** Bytes that the versions of a board may use: named ones, and again the others. */
export function versionBudget({ config }: Pick<VersionContext, 'config'>): number {
  return BUDGET_IN_ROOMS * config.limits.roomBytes;
}

/** Drops the versions of a board that are not kept any longer. Never fails: the next version tries again. */
export async function thinVersions(context: VersionContext, room: string): Promise<void> {
  const { store, logger, now } = context;
  try {
    const all = await store.versions(room);
    const ids = thinnedVersions(all, { now: now(), budgetBytes: versionBudget(context) });
    if (ids.length > 0) await store.dropVersions({ room, ids });
  } catch (error) {
    logger.warn({ err: error }, 'old versions could not be dropped; the next version tries again');
  }
}
