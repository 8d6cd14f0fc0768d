import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createAudit } from './audit.ts';
import { createMemoryStore } from './store/memory.ts';

const MINUTE_MS = 60_000;
const room = 'r'.repeat(22);

function setUp() {
  const lines: string[] = [];
  const store = createMemoryStore();
  let clock = 1_000;
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const audit = createAudit({ store, logger, now: () => clock });
  return { store, audit, lines, pass: (ms: number) => audit.sweep((clock += ms)) };
}

describe('the audit log', () => {
  it('has acts at once, with who did them', async () => {
    const { store, audit } = setUp();
    audit.note({ room, principal: 'alice', action: 'locked' });
    audit.note({ room, principal: 'alice', action: 'link-created', detail: 'view abc' });
    expect(await store.auditOf(room, 9)).toEqual([
      { at: 1_000, room, principal: 'alice', action: 'link-created', detail: 'view abc' },
      { at: 1_000, room, principal: 'alice', action: 'locked', detail: null },
    ]);
  });

  it('has refusals by reason, counted and once a minute, however many there were', async () => {
    const { store, audit, pass } = setUp();
    for (let count = 0; count < 5_000; count += 1) audit.refused({ room, principal: 'eve', reason: 'room-full' });
    audit.refused({ room, principal: 'bob', reason: 'locked-key' });
    pass(MINUTE_MS - 1);
    expect(await store.auditOf(room, 9)).toEqual([]);
    pass(1);
    const details = (await store.auditOf(room, 9)).map(({ principal, detail }) => [principal, detail]);
    expect(details.sort()).toEqual([
      ['bob', 'locked-key'],
      ['eve', 'room-full (5000 times)'],
    ]);
    pass(MINUTE_MS);
    expect(await store.auditOf(room, 9)).toHaveLength(2);
  });

  it('has a bound on who can be counted in a minute', async () => {
    const { store, audit, pass } = setUp();
    for (let count = 0; count < 3_000; count += 1) audit.refused({ room, principal: `p${count}`, reason: 'room-full' });
    pass(MINUTE_MS);
    expect((await store.auditOf(room, 9_999)).length).toBe(1_000);
  });

  it('has what was left when the server stops, and says in the log of the process when it could not be written', async () => {
    const { store, audit, lines } = setUp();
    audit.refused({ room, principal: 'eve', reason: 'room-full' });
    await audit.dispose();
    expect(await store.auditOf(room, 9)).toHaveLength(1);
    Object.assign(store, { audit: () => Promise.reject(new Error('disk is full')) });
    audit.note({ room, principal: 'alice', action: 'locked' });
    await expect.poll(() => lines.join('')).toContain('could not be written');
  });
});
