import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRow } from '../testing/build-row.ts';
import { groupRows } from '../views/group-rows.ts';
import { type GridKey, gridMove, placeOf } from './grid-keys.ts';
import { scrollFor, windowRows } from './window-rows.ts';

describe('the lines that are drawn', () => {
  it('are those in sight and few more, however long the table is', () => {
    expect(windowRows({ scrollTop: 0, height: 400 }, 5_000, 40)).toEqual({ from: 0, to: 16 });
    expect(windowRows({ scrollTop: 40_000, height: 400 }, 5_000, 40)).toEqual({ from: 994, to: 1_016 });
    expect(windowRows({ scrollTop: 90_000, height: 400 }, 3, 40)).toEqual({ from: 0, to: 3 });
  });

  it('hold every line after scrolling to it', () => {
    fc.assert(
      fc.property(fc.nat(4_999), fc.nat(200_000), fc.integer({ min: 40, max: 900 }), (at, scrollTop, height) => {
        const sight = { scrollTop: scrollFor(at, { scrollTop, height }, 40), height };
        const { from, to } = windowRows(sight, 5_000, 40);
        expect(at >= from && at < to).toBe(true);
        expect(at * 40).toBeGreaterThanOrEqual(sight.scrollTop);
        expect(at * 40 + 40).toBeLessThanOrEqual(sight.scrollTop + height);
      }),
    );
  });
});

describe('keys of the table', () => {
  const rows = ['a', 'b', 'c'].map((id) => buildRow({ id, state: id === 'c' ? 'deferred' : 'open' }));
  const lines = groupRows(rows, 'state', new Set());
  const press = (key: string, at: number, more: Partial<GridKey> = {}) =>
    gridMove({ key, shiftKey: false, modKey: false, ...more }, { lines, at, page: 2, cell: null, cells: 4 });
  const pressIn = (cell: number, key: string, at = 1) =>
    gridMove({ key, shiftKey: false, modKey: false }, { lines, at, page: 2, cell, cells: 4 });

  it('go up and down, by pages and to the ends, and stay inside', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'go', to: 1, extend: false });
    expect(press('ArrowUp', 0)).toMatchObject({ to: 0 });
    expect(press('PageDown', 1)).toMatchObject({ to: 3 });
    expect(press('End', 0)).toMatchObject({ to: 4 });
    expect(press('Home', 4, { shiftKey: true })).toEqual({ kind: 'go', to: 0, extend: true });
  });

  it('fold groups, and go from a row to the head of its group', () => {
    expect(press('ArrowLeft', 0)).toEqual({ kind: 'fold', open: false });
    expect(press('ArrowLeft', 2)).toMatchObject({ kind: 'go', to: 0 });
    expect(press('ArrowLeft', 4)).toMatchObject({ kind: 'go', to: 3 });
    expect(press('ArrowRight', 0)).toBeNull();
    expect(press('Enter', 0)).toEqual({ kind: 'fold', open: false });
  });

  it('select and open; others are left to the page', () => {
    expect(press(' ', 1)).toEqual({ kind: 'toggle' });
    expect(press('Enter', 1)).toEqual({ kind: 'open' });
    expect(press('a', 1, { modKey: true })).toEqual({ kind: 'all' });
    expect(press('k', 1, { modKey: true })).toBeNull();
    expect(press('Escape', 1)).toBeNull();
  });

  it('go from a row to its cells and back, and stay in the column from row to row', () => {
    expect(press('ArrowRight', 1)).toEqual({ kind: 'cell', to: 0 });
    expect(pressIn(0, 'ArrowRight')).toEqual({ kind: 'cell', to: 1 });
    expect(pressIn(3, 'ArrowRight')).toEqual({ kind: 'cell', to: 3 });
    expect(pressIn(0, 'ArrowLeft')).toEqual({ kind: 'cell', to: null });
    expect(pressIn(2, 'Escape')).toEqual({ kind: 'cell', to: null });
    expect([pressIn(2, 'Home'), pressIn(2, 'End')]).toEqual([
      { kind: 'cell', to: 0 },
      { kind: 'cell', to: 3 },
    ]);
    expect(pressIn(2, 'ArrowDown')).toEqual({ kind: 'go', to: 2, extend: false });
  });

  it('begin to change a cell; a heading has none', () => {
    expect(pressIn(2, 'Enter')).toEqual({ kind: 'act' });
    expect(pressIn(2, 'F2')).toEqual({ kind: 'edit' });
    expect(press('F2', 1)).toEqual({ kind: 'edit' });
    expect(press('F2', 0)).toBeNull();
    expect(pressIn(2, 'Enter', 0)).toEqual({ kind: 'fold', open: false });
  });

  it('go on at what took the place of a line that is gone', () => {
    expect(placeOf(lines, { key: lines[2]?.key ?? '', id: '', at: 0 })).toBe(2);
    expect(placeOf(lines, { key: 'gone', id: '', at: 1 })).toBe(1);
    expect(placeOf(lines, { key: 'gone', id: '', at: 9 })).toBe(4);
    expect(placeOf([], { key: '', id: '', at: 0 })).toBe(-1);
  });

  it('go on at a threat that moved to another group', () => {
    expect(placeOf(lines, { key: 'state open c~pod', id: 'c~pod', at: 0 })).toBe(4);
  });
});
