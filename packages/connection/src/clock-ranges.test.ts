import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  type ClockRange,
  type ClockRanges,
  deletedBy,
  deletedIn,
  subtractRanges,
  toClockRanges,
} from './clock-ranges.ts';

const ranges = fc.array(fc.record({ clock: fc.nat(40), len: fc.nat(6) }), { maxLength: 12 });

function clocks(list: readonly ClockRange[] | undefined): number[] {
  const all = (list ?? []).flatMap(({ clock, len }) => Array.from({ length: len }, (_, i) => clock + i));
  return [...new Set(all)].sort((a, b) => a - b);
}

function of(list: readonly ClockRange[]): ClockRanges {
  return toClockRanges([[1, list]]);
}

describe('clock ranges', () => {
  it('hold the same clocks after sorting and merging, without touching or overlapping ranges', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = of(list).get(1) ?? [];
        expect(clocks(merged)).toEqual(clocks(list));
        merged.forEach((range, i) => {
          const next = merged[i + 1];
          expect(next === undefined || range.clock + range.len < next.clock).toBe(true);
        });
      }),
    );
  });

  it('subtract like sets of numbers', () => {
    fc.assert(
      fc.property(ranges, ranges, (from, minus) => {
        const taken = new Set(clocks(minus));
        const expected = clocks(from).filter((clock) => !taken.has(clock));
        expect(clocks(subtractRanges(of(from), of(minus)).get(1))).toEqual(expected);
      }),
    );
  });

  it('stay the same object when nothing was taken away', () => {
    const from = of([{ clock: 3, len: 2 }]);
    expect(subtractRanges(from, of([{ clock: 5, len: 9 }]))).toBe(from);
    expect(subtractRanges(from, toClockRanges([[2, [{ clock: 3, len: 2 }]]]))).toBe(from);
  });

  it('find what an update declares deleted, also when the content was thrown away before the update was made', () => {
    const doc = new Y.Doc();
    const map = doc.getMap<Y.Map<unknown>>('nodes');
    map.set('a', new Y.Map([['label', 'gone']]));
    map.delete('a');
    const whole = deletedIn(doc);
    expect(clocks(whole.get(doc.clientID))).toEqual([0, 1]);
    const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
    expect(structs.some((struct) => struct instanceof Y.GC)).toBe(true);
    expect(deletedBy({ structs, ds: Y.createDeleteSet() })).toEqual(whole);
  });
});
