import { expect, test } from 'vitest';
import { isLifted } from './lift.ts';

test('a mouse lifts in every direction, beyond the slack of a click', () => {
  expect(isLifted({ dx: 0, dy: 5 }, 'mouse')).toBe(true);
  expect(isLifted({ dx: 3, dy: 3 }, 'mouse')).toBe(false);
});

test('a finger lifts sideways alone: up and down scrolls the palette', () => {
  expect(isLifted({ dx: 12, dy: 4 }, 'touch')).toBe(true);
  expect(isLifted({ dx: -12, dy: 4 }, 'pen')).toBe(true);
  expect(isLifted({ dx: 12, dy: 30 }, 'touch')).toBe(false);
  expect(isLifted({ dx: 6, dy: 0 }, 'touch')).toBe(false);
});
