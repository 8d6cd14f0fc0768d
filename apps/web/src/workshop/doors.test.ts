import { describe, expect, it } from 'vitest';
import { PHASE_IDS } from '../room/workshop/phases.ts';
import { createSession } from '../session/session-store.ts';
import { doorsOf, openDoor } from './doors.ts';

describe('doors of a phase', () => {
  it('are there for everybody who leads, and each opens something', () => {
    for (const phase of PHASE_IDS) {
      expect(doorsOf(phase, 'facilitate').length).toBeGreaterThan(0);
      for (const door of doorsOf(phase, 'facilitate')) {
        const session = createSession({ windowWidth: 800 });
        const { review, dialog, walking, tab } = session.getState();
        openDoor(session, door);
        const now = session.getState();
        expect([now.review, now.dialog, now.walking, now.tab], door).not.toEqual([review, dialog, walking, tab]);
      }
    }
  });

  it('leave out what a role may not do', () => {
    expect(doorsOf('prepare', 'edit')).not.toContain('share');
    expect(doorsOf('silent', 'comment')).toEqual(['cards']);
    expect(doorsOf('silent', 'view')).toEqual([]);
    expect(doorsOf('silent', null)).toEqual([]);
  });
});
