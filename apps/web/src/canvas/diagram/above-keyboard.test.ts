import { expect, test } from 'vitest';
import { liftFor } from './above-keyboard.ts';

const SEEN = { top: 0, bottom: 400 };

test('a field above the keyboard stays where it is', () => {
  expect(liftFor({ top: 300, bottom: 340 }, SEEN)).toBe(0);
});

test('a covered field is lifted above it with some room', () => {
  expect(liftFor({ top: 600, bottom: 640 }, SEEN)).toBe(252);
});

test('of a field too tall to be seen whole the start is in sight', () => {
  expect(liftFor({ top: 300, bottom: 900 }, SEEN)).toBe(288);
});
