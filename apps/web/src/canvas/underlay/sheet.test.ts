import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  isOnSheet,
  missingOn,
  placeOf,
  rectOf,
  type Sheet,
  sheetFor,
  type SheetRect,
  wholeOf,
} from './sheet.ts';

const size = { width: 860, height: 800 };
const sheet = (x: number, y: number, zoom = 0.25): Sheet => sheetFor({ x, y, zoom }, size, 1);

const place = fc.integer({ min: -500, max: 500 });

describe('a sheet', () => {
  it('holds the view it was made for, and views around it at the same zoom only', () => {
    const made = sheet(10, 20);
    expect(isOnSheet(made, { x: 10, y: 20, zoom: 0.25 }, size)).toBe(true);
    expect(isOnSheet(made, { x: 110.5, y: -60, zoom: 0.25 }, size)).toBe(true);
    expect(isOnSheet(made, { x: 310, y: 20, zoom: 0.25 }, size)).toBe(false);
    expect(isOnSheet(made, { x: 10, y: 20, zoom: 0.26 }, size)).toBe(false);
  });

  it('lies where the diagram is in the view, on whole px as long as it is not enlarged', () => {
    const made = sheet(10.3, 20.8);
    const at = placeOf(made, { x: 13.3, y: 20.8, zoom: 0.25 });
    expect(at.scale).toBe(1);
    expect([at.x, at.y]).toEqual([Math.round(made.left + 13.3), Math.round(made.top + 20.8)]);
    expect(placeOf(made, { x: 0, y: 0, zoom: 0.5 }).scale).toBe(2);
  });

  it('knows which px a box covers, and which box px show', () => {
    const made = sheet(0, 0, 0.5);
    const box = { x: 100, y: 60, width: 40, height: 20 };
    const rect = rectOf(made, box);
    expect(rect).toEqual({ left: 50 - made.left, top: 30 - made.top, width: 20, height: 10 });
    expect(boxOf(made, rect ?? wholeOf(made))).toEqual(box);
    expect(rectOf(made, { ...box, x: 1e6 })).toBe(null);
  });

  it('misses exactly what the other does not have, each px once', () => {
    const law = fc.property(place, place, (x, y) => {
      const [present, next] = [sheet(0, 0), sheet(x, y)];
      const missing = missingOn(next, present);
      const has = (rect: SheetRect, left: number, top: number): boolean =>
        left >= rect.left && left < rect.left + rect.width && top >= rect.top && top < rect.top + rect.height;
      for (let left = 3; left < next.width; left += 131) {
        for (let top = 5; top < next.height; top += 127) {
          const [oldLeft, oldTop] = [left + next.left - present.left, top + next.top - present.top];
          const isThere = has(wholeOf(present), oldLeft, oldTop);
          const times = missing.filter((rect) => has(rect, left, top)).length;
          if (times !== (isThere ? 0 : 1)) return false;
        }
      }
      return true;
    });
    fc.assert(law);
  });

  it('takes nothing over at another zoom', () => {
    const next = sheet(0, 0, 0.3);
    expect(missingOn(next, sheet(0, 0))).toEqual([wholeOf(next)]);
  });
});
