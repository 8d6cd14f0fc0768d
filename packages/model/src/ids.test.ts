import { describe, expect, it } from 'vitest';
import { elementId, flowId, isRoomId, threatId } from './ids.ts';

describe('ids', () => {
  it('of threats name the rule and its subjects in order, or the model', () => {
    expect(threatId('WL-001', [elementId('a'), flowId('f')])).toBe('WL-001~a~f');
    expect(threatId('ORG-002', [])).toBe('ORG-002~model');
  });

  it('made in a room hold no separators', () => {
    expect(['abcDEF_-.9', 'x', 'a'.repeat(64)].every(isRoomId)).toBe(true);
    expect(['', 'a|b', 'a~b', 'a:b', 'a b', 'é', 'a'.repeat(65), 7, null].some(isRoomId)).toBe(false);
  });
});
