import { describe, expect, it } from 'vitest';
import { gesturesToReplay, isRecoverable } from './recovery.ts';

const gestures = [{ id: 'a', name: { command: 'label', count: 1 }, at: 1, creations: [], writes: [] }];

describe('opening a board anew', () => {
  it('helps after a refused write or a restored version, not after a withdrawn link or a full board', () => {
    expect(
      ['write-refused', 'locked', 'content-refused', 'epoch-changed'].every((code) => isRecoverable(code as 'locked')),
    ).toBe(true); // codes of that list
    expect(['link-revoked', 'quota', 'room-missing', 'protocol'].some((code) => isRecoverable(code as 'quota'))).toBe(
      false,
    ); // as above
    expect(isRecoverable(undefined)).toBe(false);
  });

  it('makes gestures again, but not for ever what the server refuses for its content', () => {
    expect(gesturesToReplay('content-refused', gestures, null)).toBe(gestures);
    expect(gesturesToReplay('content-refused', gestures, 61_000)).toBe(gestures);
    expect(gesturesToReplay('content-refused', gestures, 5_000)).toEqual([]);
    expect(gesturesToReplay('locked', gestures, 5_000)).toBe(gestures);
  });
});
