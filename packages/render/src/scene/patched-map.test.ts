import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withValues } from './patched-map.ts';

const keys = fc.integer({ min: 0, max: 30 });
const maps = fc.array(fc.tuple(keys, fc.integer())).map((entries) => new Map(entries));

describe('withValues', () => {
  it('answers as a copy with the values set, however often it is done, and leaves the maps it came from', () => {
    fc.assert(
      fc.property(maps, fc.array(maps), (first, changes) => {
        let map: ReadonlyMap<number, number> = first;
        const copy = new Map(first);
        for (const values of changes) {
          const [before, seen] = [map, [...map]];
          map = withValues(map, values);
          for (const [key, value] of values) if (copy.has(key)) copy.set(key, value);
          expect([...before]).toEqual(seen);
          expect([...map]).toEqual([...copy]);
          expect([...map.entries()]).toEqual([...copy.entries()]);
          expect([...map.keys()]).toEqual([...copy.keys()]);
          expect([...map.values()]).toEqual([...copy.values()]);
          expect(map.size).toBe(copy.size);
          for (let key = -1; key < 32; key++)
            expect([map.has(key), map.get(key)]).toEqual([copy.has(key), copy.get(key)]);
          const told: [number, number][] = [];
          for (const [key, value] of map) told.push([key, value]);
          map.forEach((value, key) => expect(told.shift()).toEqual([key, value]));
        }
      }),
    );
  });

  it('is the same map when nothing is set', () => {
    const map = new Map([[1, 1]]);
    expect(withValues(map, new Map())).toBe(map);
  });
});
