import { expect, test } from 'vitest';
import { createTapReader, isPalm } from './taps.ts';

const at = (timeStamp: number, clientX = 0, clientY = 0) => ({ timeStamp, clientX, clientY });

test('two taps within 300 ms and 24 px are a double tap; a third begins anew', () => {
  const taps = createTapReader();
  taps.down(at(0));
  expect(taps.up(at(60))).toBe(false);
  taps.down(at(200, 10, 10));
  expect(taps.up(at(260, 10, 10))).toBe(true);
  taps.down(at(400));
  expect(taps.up(at(450))).toBe(false);
});

test('late, distant, dragged or pinched touches are none', () => {
  const second = (before: () => void, touch: ReturnType<typeof at>) => {
    taps.down(at(0));
    taps.up(at(50));
    before();
    taps.down(touch);
    return taps.up(touch);
  };
  const taps = createTapReader();
  const nothing = () => undefined;
  expect(second(nothing, at(400))).toBe(false);
  taps.forget();
  expect(second(nothing, at(100, 30, 0))).toBe(false);
  taps.forget();
  expect(second(() => taps.forget(), at(100))).toBe(false);
  taps.forget();
  taps.down(at(0));
  expect(taps.up(at(50, 60, 0))).toBe(false);
  taps.down(at(100, 60, 0));
  expect(taps.up(at(120, 60, 0))).toBe(false);
});

test('a hand that rests is no finger; a pen or mouse never is one', () => {
  expect(isPalm({ pointerType: 'touch', width: 28, height: 34 })).toBe(false);
  expect(isPalm({ pointerType: 'touch', width: 36, height: 48 })).toBe(false);
  expect(isPalm({ pointerType: 'touch', width: 48, height: 52 })).toBe(true);
  expect(isPalm({ pointerType: 'touch', width: 22, height: 90 })).toBe(true);
  expect(isPalm({ pointerType: 'mouse', width: 90, height: 90 })).toBe(false);
});
