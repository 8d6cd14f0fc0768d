// How many versions a board keeps: a rate for making them, and thinning after each.

import type { HttpContext } from './context.ts';
import { thinnedVersions } from '../sync/version-thinning.ts';

const BUDGET_IN_ROOMS = 8;

/** Bytes that the versions of a board may use: named ones, and again the others. */
export function versionBudget({ config }: Pick<HttpContext, 'config'>): number {
  return BUDGET_IN_ROOMS * config.limits.roomBytes;
}

/** Drops the versions of a board that are not kept any longer. Never fails: the next version tries again. */
export async function thinVersions(
  context: Pick<HttpContext, 'config' | 'store' | 'logger' | 'now'>,
  room: string,
): Promise<void> {
  const { store, logger, now } = context;
  try {
    const all = await store.versions(room);
    const ids = thinnedVersions(all, { now: now(), budgetBytes: versionBudget(context) });
    if (ids.length > 0) await store.dropVersions({ room, ids });
  } catch (error) {
    logger.warn({ err: error }, 'old versions could not be dropped; the next version tries again');
  }
}
