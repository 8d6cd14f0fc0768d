import { describe, expect, it } from 'vitest';
import { createWheelReader, type WheelTurn } from './wheel.ts';

const turn = (given: Partial<WheelTurn>): WheelTurn => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  timeStamp: 0,
  ...given,
});

describe('createWheelReader', () => {
  it('zooms with a notch of a mouse wheel: away from you is closer', () => {
    const closer = createWheelReader()(turn({ deltaY: -100 }));
    expect(closer.kind === 'zoom' && closer.factor > 1).toBe(true);
    const farther = createWheelReader()(turn({ deltaY: 3, deltaMode: 1 }));
    expect(farther.kind === 'zoom' && farther.factor < 1).toBe(true);
  });

  it('pans with two fingers', () => {
    expect(createWheelReader()(turn({ deltaX: 3, deltaY: -7.5 }))).toEqual({ kind: 'pan', left: -3, top: 7.5 });
  });

  it('does not mistake a fast swipe for a mouse wheel', () => {
    const read = createWheelReader();
    read(turn({ deltaY: 4, timeStamp: 1_000 }));
    expect(read(turn({ deltaY: 160, timeStamp: 1_016 })).kind).toBe('pan');
    expect(read(turn({ deltaY: 160, timeStamp: 2_000 })).kind).toBe('zoom');
  });

  it('zooms with a pinch, which browsers report as Ctrl and wheel', () => {
    const pinch = createWheelReader()(turn({ deltaY: -4, ctrlKey: true }));
    expect(pinch.kind === 'zoom' && pinch.factor).toBeCloseTo(Math.exp(0.04), 6);
  });

  it('pans sideways with Shift and a mouse wheel', () => {
    expect(createWheelReader()(turn({ deltaY: 100, shiftKey: true }))).toEqual({ kind: 'pan', left: -100, top: 0 });
  });
});
