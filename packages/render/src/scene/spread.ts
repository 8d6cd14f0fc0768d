/** Keeping flow ends on one side apart. */

/**
 * The places nearest to the wishes (least squares) that keep their order and at least `gap` between neighbours and stay within ±`half`.
 * `wishes` must be ascending; where the side is too short the gap shrinks, but never to nothing on a side that has any length.
 */
export function spread(wishes: readonly number[], gap: number, half: number): readonly number[] {
  const count = wishes.length;
  if (count === 0) return [];
  const step = count === 1 ? 0 : Math.min(gap, (2 * half) / (count - 1));
  // Pool adjacent violators on the wishes without their gaps.
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, at) => {
    let pool = { sum: wish - at * step, count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  const places = pools.flatMap(({ sum, count: size }) => Array.from({ length: size }, () => sum / size));
  return places.map((place, at) =>
    Math.max(-half + at * step, Math.min(half - (count - 1 - at) * step, place + at * step)),
  );
}
