import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLayerMover } from './layer-mover.ts';

describe('createLayerMover', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('places the layer exactly where a view has it', () => {
    const style = { transform: '', willChange: '' };
    createLayerMover(style).place({ x: 10.3, y: -4.6, zoom: 0.5 }, 1);
    expect(style).toEqual({ transform: 'translate(10.3px, -4.6px) scale(0.5)', willChange: '' });
  });

  it('keeps the layer as a picture on whole device px while it pans, and for a moment after', () => {
    const style = { transform: '', willChange: '' };
    const mover = createLayerMover(style);
    mover.place({ x: 0, y: 0, zoom: 1 }, 2);
    mover.place({ x: 10.3, y: -4.6, zoom: 1 }, 2);
    expect(style).toEqual({ transform: 'translate(10.5px, -4.5px) scale(1)', willChange: 'transform' });
    vi.advanceTimersByTime(300);
    mover.place({ x: 11, y: -4.6, zoom: 1 }, 2);
    vi.advanceTimersByTime(300);
    expect(style.willChange).toBe('transform');
    vi.advanceTimersByTime(300);
    expect(style.willChange).toBe('');
  });

  it('is painted anew at once at another zoom, and when it goes', () => {
    const style = { transform: '', willChange: '' };
    const mover = createLayerMover(style);
    mover.place({ x: 0, y: 0, zoom: 1 }, 1);
    mover.place({ x: 1, y: 0, zoom: 1 }, 1);
    mover.place({ x: 1, y: 0, zoom: 1.1 }, 1);
    expect(style.willChange).toBe('');
    mover.place({ x: 2, y: 0, zoom: 1.1 }, 1);
    mover.dispose();
    expect(style.willChange).toBe('');
    expect(vi.getTimerCount()).toBe(0);
  });
});
