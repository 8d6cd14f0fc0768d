/**
 * Judges whether a figure that is sampled for hours stays flat. The slope is that of the robust line of Theil and Sen (H. Theil 1950,
 * P. K. Sen 1968): the median of the slopes between all pairs of samples, which a third of wild samples cannot bend. What the first part
 * of the time brings is warm-up and counts for nothing.
 */

/** One figure at a time. */
export interface Sample {
  /** ms since the beginning. */
  readonly at: number;
  readonly value: number;
  /** What of the value is content, which may grow; nothing unless told. It is taken off before anything is judged. */
  readonly content?: number;
}

/** What flat means. */
export interface FlatnessLaw {
  /** The share by which the line may rise over {@link spanMs}, such as 0.1. */
  readonly limit: number;
  /** The time over which the line is drawn out, ms. */
  readonly spanMs: number;
  /** The share of the time at the beginning that does not count; a third unless told otherwise. */
  readonly warmUp?: number;
}

/** What was found. */
export interface Flatness {
  readonly isFlat: boolean;
  /** By which share of its middle the figure grows over the span, content taken off; below 0 when it shrinks. */
  readonly growth: number;
  /** By which share of that middle its content grows. */
  readonly explained: number;
  /** The median after the warm-up, content taken off. */
  readonly middle: number;
  /** How many samples the judgement stands on. */
  readonly counted: number;
}

/** Below this many samples nothing is judged. */
const ENOUGH = 6;

/** Judges samples in any order. Throws when there are too few after the warm-up: what was not measured is not flat. */
export function judgeFlatness(samples: readonly Sample[], { limit, spanMs, warmUp = 1 / 3 }: FlatnessLaw): Flatness {
  const times = samples.map(({ at }) => at);
  const [begin, end] = [Math.min(...times), Math.max(...times)];
  const kept = samples.filter(({ at }) => at >= begin + (end - begin) * warmUp);
  if (kept.length < ENOUGH)
    throw new Error(`judgeFlatness: ${kept.length} samples after the warm-up are too few; ${ENOUGH} are needed`);
  const beside = ({ value, content = 0 }: Sample): number => value - content;
  const middle = median(kept.map(beside));
  const shareOf = (valueOf: (sample: Sample) => number): number => {
    const rise = theilSen(kept.map((sample) => ({ at: sample.at, value: valueOf(sample) }))) * spanMs;
    return rise === 0 ? 0 : rise / Math.abs(middle);
  };
  const growth = shareOf(beside);
  const explained = shareOf(({ content = 0 }) => content);
  return { isFlat: growth <= limit, growth, explained, middle, counted: kept.length };
}

/** The median of the slopes between all pairs of samples at different times, per ms; 0 where there is no pair. */
export function theilSen(samples: readonly Sample[]): number {
  const slopes = samples.flatMap((one, place) =>
    samples
      .slice(place + 1)
      .flatMap((other) => (other.at === one.at ? [] : [(other.value - one.value) / (other.at - one.at)])),
  );
  return slopes.length === 0 ? 0 : median(slopes);
}

const BARS = '▁▂▃▄▅▆▇█';

/** A line of small bars from the lowest to the highest value, at most `width` of them. */
export function sparkline(values: readonly number[], width = 40): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const count = Math.min(width, values.length);
  return Array.from({ length: count }, (_, at) => {
    const value = values[Math.floor((at * values.length) / count)] ?? low;
    const step = high === low ? 0 : Math.round(((value - low) / (high - low)) * (BARS.length - 1));
    return BARS[step];
  }).join('');
}

/** The middle of a list; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
