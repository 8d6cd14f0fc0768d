// Which versions go: those with a name stay; of the others all of the last day, one an hour for a week, one a day for 90 days, and never more
// bytes than a board may use for them.

import type { VersionSummary } from '@strideboard/wire';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/** Ids of the versions that are not kept any longer; of each span the newest stays, and the newest of all whatever it weighs. `now` in ms. */
export function thinnedVersions(
  versions: readonly VersionSummary[],
  { now, budgetBytes }: { readonly now: number; readonly budgetBytes: number },
): readonly string[] {
  const spans = new Set<string>();
  let left = budgetBytes;
  const newestFirst = versions.filter(({ kind }) => kind !== 'named').sort((a, b) => b.at - a.at);
  return newestFirst.flatMap(({ versionId, at, bytes }, index) => {
    const span = spanOf(at, now);
    const isKept = span !== null && !spans.has(span) && (bytes <= left || index === 0);
    if (!isKept) return [versionId];
    if (now - at >= DAY_MS) spans.add(span);
    left -= bytes;
    return [];
  });
}

/** What a version of an age shares with others, one of which is kept; null when it is too old. */
function spanOf(at: number, now: number): string | null {
  const age = now - at;
  if (age >= 90 * DAY_MS) return null;
  return age < 7 * DAY_MS ? `hour ${Math.floor(at / HOUR_MS)}` : `day ${Math.floor(at / DAY_MS)}`;
}
