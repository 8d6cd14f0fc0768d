import { describe, expect, it } from 'vitest';
import { CLOSE, CLOSE_REASON, isTerminalClose } from './close-codes.ts';
import { isParticipantColour, PARTICIPANT_COLOURS } from './colours.ts';
import { LIMITS } from './limits.ts';
import { KEEP_ALIVE_FRAME } from './messages.ts';
import { isPresenceField, PRESENCE_FIELDS } from './presence.ts';
import { isRootName, ROOTS } from './roots.ts';

/** Relative luminance of a hex colour (WCAG 2.2 definition). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('close codes', () => {
  it('are all different', () => {
    expect(new Set(Object.values(CLOSE)).size).toBe(Object.keys(CLOSE).length);
  });

  it('tell terminal from transient ones', () => {
    const transient = Object.values(CLOSE).filter((code) => !isTerminalClose(code));
    expect(transient.sort()).toEqual([1012, 4500, 4503, 4529]);
    expect([1000, 1001, 1006].some(isTerminalClose)).toBe(false);
  });

  it('have reasons that fit into a close frame', () => {
    expect(Object.values(CLOSE_REASON).every((reason) => /^[a-z-]+$/.test(reason))).toBe(true);
    expect(Math.max(...Object.values(CLOSE_REASON).map((r) => r.length))).toBeLessThanOrEqual(LIMITS.closeReasonBytes);
  });
});

describe('participant colours', () => {
  it.each(PARTICIPANT_COLOURS)('%s carries white text at 4.5:1 or better', (colour) => {
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it('are a closed list', () => {
    expect(new Set(PARTICIPANT_COLOURS).size).toBe(10);
    expect(isParticipantColour('#ffffff')).toBe(false);
  });
});

describe('names', () => {
  it('of presence fields and roots do not include inherited ones', () => {
    expect(PRESENCE_FIELDS.every(isPresenceField)).toBe(true);
    expect(isPresenceField('constructor')).toBe(false);
    expect(isRootName('nodes')).toBe(true);
    expect(isRootName('hasOwnProperty')).toBe(false);
  });

  it('of roots have the form of the document format', () => {
    const singles = Object.entries(ROOTS).flatMap(([name, form]) => (form === 'single' ? [name] : []));
    expect(singles).toEqual(['meta', 'settings']);
    expect(ROOTS.text).toBe('text');
    expect(ROOTS.nodes).toBe('nested');
    expect(ROOTS.decisions).toBe('flat');
  });
});

describe('the keep-alive frame', () => {
  it('is an awareness message whose payload is one byte: no entries', () => {
    expect(KEEP_ALIVE_FRAME).toEqual([1, 1, 0]);
  });
});
