import {
  createBoardDocument,
  createHistory,
  createRegisterCommands,
  createSideProjection,
} from '@strideboard/document';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDotBox } from './dot-box.ts';
import { give } from './give-dot.ts';
import { GRACE_MS, publishDots } from './publish-dots.ts';

const HOUR = 3_600_000;
const ME = 'bo';

/** Bo's window on a board that Ana leads from elsewhere. `clock` is server time. */
function board() {
  const doc = new Y.Doc();
  const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
  const clock = { now: 1_000 * HOUR };
  const optionsOf = (principal: string) => ({
    document,
    history: createHistory(document),
    author: () => ({ principal, role: 'facilitate' as const }),
    now: () => clock.now,
    randomId: () => `id-${String(clock.now)}-00000000`,
  });
  const lead = createRegisterCommands(optionsOf('ana'));
  let state = { phase: 'live', principal: ME, role: 'comment', locked: false };
  const listeners = new Set<() => void>();
  const sealed: unknown[] = [];
  const told: string[] = [];
  const box = createDotBox('room', null, () => null);
  const place = {
    document,
    now: () => clock.now,
    commandsOptions: { ...optionsOf(ME), author: () => ({ principal: ME, role: 'comment' as const }) },
    connection: { state: () => state, subscribe: (on: () => void) => (listeners.add(on), () => listeners.delete(on)) },
    presence: { set: (fields: { sealed?: unknown }) => void sealed.push(fields.sealed) },
  };
  // the parts of an open board that are used
  const stop = publishDots(place as never, box, ({ id }) => told.push(id));
  const opened = lead.setBallot({ state: 'open', dots: 3, on: ['x', 'y'] });
  document.flush();
  const ballot = opened.ok ? (opened.ids[0] ?? '') : '';
  const rules = { dots: 3, several: true, on: [] };
  return {
    clock,
    ballot,
    sealed,
    told,
    stop,
    dot: (target: string) => box.update({ principal: ME, ballot }, (mine) => give(rules, mine, target)),
    set: (next: 'open' | 'closed') => {
      lead.setBallot({ ballot, state: next });
      document.flush();
      document.flush();
    },
    line: (phase: string) => {
      state = { ...state, phase };
      for (const listener of listeners) listener();
      document.flush();
    },
    stored: () => doc.getMap('votes').toJSON(),
    tally: () => document.workshop().ballots[0]?.tally,
  };
}

describe('dots', () => {
  it('say only how many they are until their ballot closes, and are published then', () => {
    const { dot, set, stored, sealed, tally } = board();
    dot('x');
    dot('x');
    expect(stored()).toEqual({});
    expect(sealed).toEqual([0, 1, 2]);
    set('closed');
    expect(tally()).toEqual({ x: { dots: 2, late: 0 } });
    expect(sealed.at(-1)).toBeNull();
  });

  it('of somebody who was away are late, told, and count after the next closing', () => {
    const { clock, dot, line, set, told, tally, ballot } = board();
    dot('x');
    line('offline');
    clock.now += HOUR;
    set('closed');
    expect(tally()).toEqual({});
    clock.now += GRACE_MS + 1;
    line('live');
    expect(tally()).toEqual({ x: { dots: 0, late: 1 } });
    expect(told).toEqual([ballot]);
    set('open');
    dot('y');
    set('closed');
    expect(tally()).toEqual({ x: { dots: 1, late: 0 }, y: { dots: 1, late: 0 } });
  });

  it('are on time on a line that was up all along, whatever the clocks say', () => {
    const { clock, dot, set, tally } = board();
    dot('x');
    // Whoever closes has a clock that is an hour behind.
    clock.now -= HOUR;
    set('closed');
    clock.now += HOUR;
    expect(tally()).toEqual({ x: { dots: 1, late: 0 } });
  });

  it('of a page that was being reloaded at the closing are on time', () => {
    const { clock, dot, line, set, tally } = board();
    dot('x');
    line('opening');
    set('closed');
    clock.now += GRACE_MS - 1;
    line('live');
    expect(tally()).toEqual({ x: { dots: 1, late: 0 } });
  });
});
