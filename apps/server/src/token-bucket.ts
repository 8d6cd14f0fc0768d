// Rate limits as token buckets, one per key (an address, a socket). A bucket starts full, so that a burst passes.

/** Refill per second and capacity. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/** Buckets that share one rate. */
export type Buckets = {
  /** Takes tokens, one unless said otherwise; false, and nothing is taken, when the bucket holds less. `now` in ms. */
  take(key: string, now: number, tokens?: number): boolean;
  /** Forgets buckets that are full again. */
  sweep(now: number): void;
};

/** Creates buckets for one rate. */
export function createBuckets(rate: Rate): Buckets {
  const levels = new Map<string, { level: number; at: number }>();
  const levelAt = (bucket: { level: number; at: number }, now: number): number =>
    Math.min(rate.burst, bucket.level + (Math.max(0, now - bucket.at) / 1_000) * rate.perSecond);

  return {
    take(key, now, tokens = 1) {
      const bucket = levels.get(key);
      const level = bucket === undefined ? rate.burst : levelAt(bucket, now);
      const taken = level >= tokens;
      levels.set(key, { level: taken ? level - tokens : level, at: now });
      return taken;
    },
    sweep(now) {
      for (const [key, bucket] of levels) if (levelAt(bucket, now) >= rate.burst) levels.delete(key);
    },
  };
}
