import { unionOf } from '@strideboard/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsWhole, partByDensity } from './densest.ts';
import { fitTo, toScreen } from './viewport.ts';

const SIZE = { width: 1000, height: 700 };
const item = (id: string, x: number, y: number, width = 160, height = 60) => ({ id, box: { x, y, width, height } });
const ids = (items: readonly { readonly id: string }[]): string => items.map(({ id }) => id).join(' ');

describe('a diagram that cannot be seen whole', () => {
  it('is seen where most of it is; what lies far away is named apart', () => {
    const items = [item('tampered', 900_000, -900_000), item('a', 0, 0), item('b', 300, 0), item('c', 300, 200)];
    const { near, far } = partByDensity(items, SIZE);
    expect(ids(near)).toBe('a b c');
    expect(ids(far)).toBe('tampered');
    const view = fitTo(unionOf(near.map(({ box }) => box)) ?? { x: 0, y: 0, width: 0, height: 0 }, SIZE);
    expect(view.zoom).toBe(1);
    expect(toScreen(view, { x: 0, y: 0 }).left).toBeGreaterThan(0);
  });

  it('is not moved away by one boundary of absurd size, nor by several scattered elements', () => {
    const scattered = Array.from({ length: 20 }, (_, at) => item(`far${at}`, at * 45_000 - 450_000, 500_000));
    const items = [
      item('huge', -900_000, -900_000, 1_800_000, 1_800_000),
      ...scattered,
      item('a', 0, 0),
      item('b', 200, 0),
    ];
    const { near, far } = partByDensity(items, SIZE);
    expect(ids(near)).toBe('a b');
    expect(far).toHaveLength(21);
  });

  it('with nothing but things too large shows the first', () => {
    const items = [item('one', 0, 0, 900_000, 10), item('two', 0, 0, 900_000, 10)];
    expect(ids(partByDensity(items, SIZE).near)).toBe('one');
    expect(partByDensity([], SIZE)).toEqual({ near: [], far: [] });
  });

  it('parts any things into some that fit together and the rest, none lost', () => {
    const coordinate = fc.integer({ min: -999_000, max: 999_000 });
    const extent = fc.integer({ min: 1, max: 30_000 });
    const box = fc.record({ x: coordinate, y: coordinate, width: extent, height: extent });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 40 }), (boxes) => {
        const items = boxes.map((one, at) => ({ id: `${at}`, box: one }));
        const { near, far } = partByDensity(items, SIZE);
        expect(near.length).toBeGreaterThan(0);
        expect([...near, ...far].map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
        const union = unionOf(near.map((one) => one.box));
        if (near.length > 1) expect(union !== null && fitsWhole(union, SIZE)).toBe(true);
      }),
    );
  });
});
