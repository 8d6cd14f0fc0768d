// Rate limits as token buckets, one per key (an address, a socket). A bucket starts full, so that a burst passes.

/** Refill per second and capacity. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/** Buckets that share one rate. */
export type Buckets = {
  /** Takes one token; false when the bucket is empty. `now` in ms. */
  take(key: string, now: number): boolean;
  /** Forgets buckets that are full again. */
  sweep(now: number): void;
};

/** Creates buckets for one rate. */
export function createBuckets(rate: Rate): Buckets {
  const levels = new Map<string, { level: number; at: number }>();
  const levelAt = (bucket: { level: number; at: number }, now: number): number =>
    Math.min(rate.burst, bucket.level + (Math.max(0, now - bucket.at) / 1_000) * rate.perSecond);

  return {
    take(key, now) {
      const bucket = levels.get(key);
      const level = bucket === undefined ? rate.burst : levelAt(bucket, now);
      const taken = level >= 1;
      levels.set(key, { level: taken ? level - 1 : level, at: now });
      return taken;
    },
    sweep(now) {
      for (const [key, bucket] of levels) if (levelAt(bucket, now) >= rate.burst) levels.delete(key);
    },
  };
}
