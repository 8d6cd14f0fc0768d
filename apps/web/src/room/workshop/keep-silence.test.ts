import { describe, expect, it } from 'vitest';
import { EMPTY_WORKSHOP, type Workshop } from '@strideboard/model';
import { keepSilence } from './keep-silence.ts';

type Phase = 'syncing' | 'live' | 'offline';

function place() {
  const listeners: ((change: never) => void)[] = [];
  const subscribe = (listener: (change: never) => void) => {
    listeners.push(listener);
    return () => {};
  };
  let phase: Phase = 'syncing';
  let [arrived, workshop]: Workshop[] = [EMPTY_WORKSHOP, EMPTY_WORKSHOP];
  const withheld: (readonly string[])[] = [];
  const flush = () => {
    workshop = arrived ?? EMPTY_WORKSHOP;
  };
  keepSilence({
    document: { workshop: () => workshop ?? EMPTY_WORKSHOP, subscribe, flush },
    connection: { state: () => ({ phase }) as never, subscribe }, // only its phase is read
    presence: { withhold: (fields) => withheld.push(fields) },
  });
  const tell = () => {
    for (const listener of listeners) listener(undefined as never); // nobody reads what changed
  };
  return {
    now: () => withheld.at(-1) ?? [],
    ever: () => withheld,
    connect: (next: Phase) => {
      phase = next;
      tell();
    },
    round: (state: 'silent' | 'revealed', { shown = true } = {}) => {
      arrived = { ...EMPTY_WORKSHOP, rounds: [{ id: 'r', state, prompt: '', at: 1, hidesNames: false }] };
      if (!shown) return;
      flush();
      tell();
    },
  };
}
const UNTOLD = ['cursor', 'selection', 'typing', 'drag'];

describe('silence', () => {
  it('is kept before the server has said what goes on', () => {
    const { now, connect } = place();
    expect(now()).toEqual(UNTOLD);
    connect('live');
    expect(now()).toEqual([]);
  });

  it('is kept from the start of a silent round to its reveal', () => {
    const { now, connect, round } = place();
    connect('live');
    round('silent');
    expect(now()).toEqual(UNTOLD);
    round('revealed');
    expect(now()).toEqual([]);
  });

  it('is not broken by coming back to a round that began meanwhile', () => {
    const { ever, now, connect, round } = place();
    connect('live');
    connect('offline');
    expect(now()).toEqual(UNTOLD);
    const before = ever().length;
    round('silent', { shown: false });
    connect('live');
    expect(new Set(ever().slice(before).map(String))).toEqual(new Set([String(UNTOLD)]));
  });
});
