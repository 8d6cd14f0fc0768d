import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetBoard } from './forget-board.ts';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('forgetting a board', () => {
  it('removes what its pages kept, and nothing of other boards or programs', () => {
    localStorage.setItem('strideboard.card|room-aaaa|1', 'a secret card');
    localStorage.setItem('strideboard.dots.room-aaaa', '{}');
    sessionStorage.setItem('strideboard.drafts.room-aaaa', 'half a sentence');
    localStorage.setItem('strideboard.card|room-bbbb|1', 'another');
    localStorage.setItem('strideboard.person', '{}');
    localStorage.setItem('other|room-aaaa', 'not ours');
    const forget = vi.fn<(roomId: string) => void>();
    forgetBoard({ forget }, 'room-aaaa');
    expect(forget).toHaveBeenCalledWith('room-aaaa');
    expect(Object.keys(localStorage).sort()).toEqual([
      'other|room-aaaa',
      'strideboard.card|room-bbbb|1',
      'strideboard.person',
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('forgets the link where storage is switched off', () => {
    const forget = vi.fn<(roomId: string) => void>();
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    expect(() => forgetBoard({ forget }, 'room-aaaa', [refuse])).not.toThrow();
    expect(forget).toHaveBeenCalledTimes(1);
  });
});
