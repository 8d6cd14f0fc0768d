import { expect, test } from 'vitest';
import { resized } from './resized.ts';
import { fitTo, toScreen } from './viewport.ts';

const PORTRAIT = { width: 390, height: 780 };
const LANDSCAPE = { width: 780, height: 390 };
const BOUNDS = { x: -100, y: 40, width: 900, height: 600 };

test('what was fitted is fitted again', () => {
  expect(resized(fitTo(BOUNDS, PORTRAIT), BOUNDS, PORTRAIT, LANDSCAPE)).toEqual(fitTo(BOUNDS, LANDSCAPE));
});

test('any other view keeps its middle and its zoom', () => {
  const view = { x: -20, y: 35, zoom: 0.5 };
  const middle = { x: (195 - view.x) / 0.5, y: (390 - view.y) / 0.5 };
  for (const bounds of [BOUNDS, null]) {
    const next = resized(view, bounds, PORTRAIT, LANDSCAPE);
    expect(next.zoom).toBe(0.5);
    expect(toScreen(next, middle)).toEqual({ left: 390, top: 195 });
  }
});
