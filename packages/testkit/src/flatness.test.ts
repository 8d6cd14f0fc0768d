import { describe, expect, it } from 'vitest';
import { judgeFlatness, type Sample, sparkline, theilSen } from './flatness.ts';
import { createRandom } from './random.ts';

const MINUTE_MS = 60_000;
const HOURS_2 = 120 * MINUTE_MS;
const law = { limit: 0.1, spanMs: HOURS_2 };

/** One sample a minute for two hours. */
const samplesOf = (valueAt: (minute: number) => number): readonly Sample[] =>
  Array.from({ length: 121 }, (_, minute) => ({ at: minute * MINUTE_MS, value: valueAt(minute) }));

describe('what is flat', () => {
  it('is a figure that does not change', () => {
    expect(
      judgeFlatness(
        samplesOf(() => 50),
        law,
      ),
    ).toMatchObject({ isFlat: true, growth: 0, middle: 50 });
  });

  it('is noise around a middle, for a hundred seeds', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = createRandom(seed);
      const { isFlat } = judgeFlatness(
        samplesOf(() => 50 + 10 * (random.next() - 0.5)),
        law,
      );
      expect(isFlat, `seed ${seed}`).toBe(true);
    }
  });

  it('is a figure with some wild samples, late ones too', () => {
    const { isFlat } = judgeFlatness(
      samplesOf((minute) => (minute > 80 && minute % 5 === 0 ? 500 : 50)),
      law,
    );
    expect(isFlat).toBe(true);
  });

  it('is a figure that rises while it warms up and then stays', () => {
    expect(
      judgeFlatness(
        samplesOf((minute) => Math.min(minute, 35)),
        law,
      ).isFlat,
    ).toBe(true);
  });

  it('is a figure that shrinks', () => {
    const { isFlat, growth } = judgeFlatness(
      samplesOf((minute) => 500 - minute),
      law,
    );
    expect(isFlat).toBe(true);
    expect(growth).toBeLessThan(0);
  });
});

describe('what is not flat', () => {
  it('is a leak of three tenths in two hours under noise of a fifth, for a hundred seeds', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = createRandom(seed);
      const { isFlat } = judgeFlatness(
        samplesOf((minute) => 50 + (15 * minute) / 120 + 10 * (random.next() - 0.5)),
        law,
      );
      expect(isFlat, `seed ${seed}`).toBe(false);
    }
  });

  it('is a leak that garbage collections hide now and then', () => {
    expect(
      judgeFlatness(
        samplesOf((minute) => 50 + minute * (minute % 4 === 0 ? 0 : 0.2)),
        law,
      ).isFlat,
    ).toBe(false);
  });

  it('is what only grows in a run of eight minutes, drawn out to two hours', () => {
    const short = Array.from({ length: 24 }, (_, at) => ({ at: at * 20_000, value: 100 + at * 0.1 }));
    expect(judgeFlatness(short, law).growth).toBeCloseTo(0.354, 2);
  });

  it('is anything above nothing', () => {
    expect(
      judgeFlatness(
        samplesOf((minute) => (minute < 70 ? 0 : minute)),
        law,
      ).isFlat,
    ).toBe(false);
  });
});

describe('content that grows', () => {
  const MIB = 2 ** 20;
  /** A heap of 25 MiB warm, in which 4 MiB of content come in two hours, beside a leak and noise of half a MiB. */
  const heap = (leak: number, seed: number): readonly Sample[] => {
    const random = createRandom(seed);
    return samplesOf(() => 0).map(({ at }) => {
      const content = (3 + (4 * at) / HOURS_2) * MIB;
      return { at, value: 22 * MIB + content + (leak * at) / HOURS_2 + MIB * (random.next() - 0.5), content };
    });
  };

  it('is flat when it is all that grows, which would be too much otherwise, for a hundred seeds', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const samples = heap(0, seed);
      expect(judgeFlatness(samples, law), `seed ${seed}`).toMatchObject({ isFlat: true });
      expect(
        judgeFlatness(
          samples.map(({ at, value }) => ({ at, value })),
          law,
        ).isFlat,
        `seed ${seed}`,
      ).toBe(false);
    }
  });

  it('hides no leak of 3 MiB beside it, for a hundred seeds', () => {
    for (let seed = 1; seed <= 100; seed++)
      expect(judgeFlatness(heap(3 * MIB, seed), law).isFlat, `seed ${seed}`).toBe(false);
  });

  it('is told apart from what grows beyond it', () => {
    const samples = samplesOf((minute) => 100 + minute / 6).map((one, minute) => ({ ...one, content: minute / 12 }));
    const { growth, explained, middle } = judgeFlatness(samples, law);
    expect(growth * middle).toBeCloseTo(10);
    expect(explained * middle).toBeCloseTo(10);
  });

  it('allows nothing by its size: the limit is a share of what is beside it', () => {
    const samples = samplesOf((minute) => 25 + minute / 120).map((one) => ({ ...one, content: 20 }));
    expect(judgeFlatness(samples, law)).toMatchObject({ isFlat: false, explained: 0 });
  });

  it('that goes while the heap stays is a leak', () => {
    const samples = samplesOf(() => 25).map((one, minute) => ({ ...one, content: 5 - minute / 30 }));
    expect(judgeFlatness(samples, law).isFlat).toBe(false);
  });
});

describe('what is not judged', () => {
  it('is a run with too few samples after the warm-up', () => {
    const few = samplesOf(() => 1).slice(0, 6);
    expect(() => judgeFlatness(few, law)).toThrow(
      'judgeFlatness: 4 samples after the warm-up are too few; 6 are needed',
    );
    expect(() => judgeFlatness([], law)).toThrow('too few');
  });
});

it('samples at one and the same time have no slope between them', () => {
  expect(theilSen([])).toBe(0);
  expect(
    theilSen([
      { at: 5, value: 1 },
      { at: 5, value: 9 },
    ]),
  ).toBe(0);
});

it('a sparkline goes from the lowest bar to the highest and is as wide as told', () => {
  expect(sparkline([0, 7, 3.5])).toBe('▁█▅');
  expect(sparkline([4, 4])).toBe('▁▁');
  expect(sparkline(Array.from({ length: 100 }, (_, at) => at))).toHaveLength(40);
  expect(sparkline([])).toBe('');
});
