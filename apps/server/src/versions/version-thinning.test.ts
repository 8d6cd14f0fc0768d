import type { VersionSummary } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import { thinnedVersions } from './version-thinning.ts';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const now = 1_000 * DAY + 12 * HOUR;
const version = (age: number, extra: Partial<VersionSummary> = {}): VersionSummary => ({
  versionId: `${age / HOUR} h`,
  epoch: 1,
  at: now - age,
  kind: 'automatic',
  label: null,
  author: null,
  bytes: 1,
  ...extra,
});
const dropped = (versions: VersionSummary[], budgetBytes = 1_000_000) =>
  thinnedVersions(versions, { now, budgetBytes });

describe('versions', () => {
  it('of the last day all stay', () => {
    expect(dropped([0, 0.1, 0.2, 23.9].map((hours) => version(hours * HOUR)))).toEqual([]);
  });

  it('of the last week stay one an hour, the newest', () => {
    expect(dropped([25, 25.25, 25.5, 26.75].map((hours) => version(hours * HOUR)))).toEqual(['25.5 h']); // 11:00, 10:45, 10:30, 9:15
  });

  it('of 90 days stay one a day, older ones go', () => {
    expect(dropped([8 * 24, 8 * 24 + 2, 9 * 24, 91 * 24].map((hours) => version(hours * HOUR)))).toEqual([
      '194 h',
      '2184 h',
    ]);
  });

  it('with a name stay for ever and do not count', () => {
    const named = [25, 25.1, 100 * 24].map((hours) => version(hours * HOUR, { kind: 'named', bytes: 100 }));
    expect(dropped(named, 1)).toEqual([]);
  });

  it('beyond the budget go, oldest first, but never the newest', () => {
    const heavy = [1, 2, 3].map((hours) => version(hours * HOUR, { bytes: 60 }));
    expect(dropped(heavy, 120)).toEqual(['3 h']);
    expect(dropped(heavy, 10)).toEqual(['2 h', '3 h']);
  });
});
