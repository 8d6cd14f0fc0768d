import { createRandom, nonsense } from '@strideboard/testkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readPresence } from './presence.ts';
import { createPresence } from './presence-channel.ts';

const user = { id: 'ada', name: 'Ada', colour: '#2b5fc7', role: 'edit' } as const;

describe('reading presence', () => {
  it('keeps what is well-formed', () => {
    const state = {
      user,
      cursor: [1, 2],
      viewport: [0, 0, 1.5, 800, 600],
      selection: ['a', 'b'],
      typing: 'a',
      drag: { ids: ['a'], dx: 3, dy: -4 },
      sealed: 2,
    };
    expect(readPresence(state)).toEqual({
      user,
      cursor: { x: 1, y: 2 },
      viewport: { x: 0, y: 0, zoom: 1.5, width: 800, height: 600 },
      selection: ['a', 'b'],
      typing: 'a',
      drag: { ids: ['a'], dx: 3, dy: -4 },
      follow: null,
      laser: null,
      hand: null,
      sealed: 2,
      mode: null,
    });
  });

  it('drops each field that is not, and nobody else', () => {
    const state = {
      user: { ...user, colour: 'url(x)' },
      cursor: ['1', 2],
      viewport: [0, 0, -1, 8, 6],
      selection: [1, 'a', {}],
      drag: { ids: [], dx: 1, dy: 1 },
      sealed: -1,
      laser: [1e9, 0],
    };
    const read = readPresence(state);
    expect(read).toMatchObject({
      cursor: null,
      viewport: null,
      selection: ['a'],
      drag: null,
      sealed: null,
      laser: null,
    });
    expect(read?.user.colour).toMatch(/^#[0-9a-f]{6}$/u);
    expect(readPresence({ ...state, user: { ...user, role: 'owner' } })).toBeNull();
  });

  it('cuts selections to fifty', () => {
    expect(readPresence({ user, selection: Array.from({ length: 99 }, (_, at) => `e${at}`) })?.selection).toHaveLength(
      50,
    );
  });

  it('never throws, whatever arrives', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const keys = ['user', 'cursor', 'viewport', 'selection', 'drag', 'typing', 'hand', '__proto__'];
      const state = Object.fromEntries(
        keys.map((key) => [key, random.chance(0.3) && key === 'user' ? user : nonsense(random)]),
      );
      expect(() => readPresence(random.chance(0.1) ? nonsense(random) : state), `seed ${seed}`).not.toThrow();
    }
  });
});

describe('a presence channel', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function channel() {
    const awareness = new Awareness(new Y.Doc());
    const sent: unknown[] = [];
    awareness.on('update', () => sent.push(awareness.getLocalState()));
    const presence = createPresence({ awareness, initial: { user } });
    return { awareness, presence, sent };
  }

  it('speaks at once on start, then at most twenty times a second, and always says the last word', () => {
    const { presence, sent } = channel();
    expect(sent).toHaveLength(1);
    for (let ms = 0; ms < 1000; ms += 5) {
      presence.set({ cursor: [ms, 0] });
      vi.advanceTimersByTime(5);
    }
    presence.set({ cursor: [-1, -1] });
    vi.advanceTimersByTime(1000);
    expect(sent.length).toBeGreaterThan(15);
    expect(sent.length).toBeLessThanOrEqual(22);
    expect(sent.at(-1)).toMatchObject({ cursor: [-1, -1] });
    const settled = sent.length;
    vi.advanceTimersByTime(1000);
    expect(sent.length).toBe(settled);
  });

  it('sends nothing of a withheld field, takes back what was said, and says it once it may', () => {
    const { presence, sent } = channel();
    presence.set({ cursor: [1, 1], selection: ['a'] });
    vi.advanceTimersByTime(1000);
    presence.withhold(['cursor', 'selection']);
    expect(sent.at(-1)).toEqual({ user });
    const silent = sent.length;
    presence.set({ cursor: [2, 2] });
    presence.set({ selection: ['secret'], sealed: 3 });
    vi.advanceTimersByTime(1000);
    presence.resend();
    expect(sent.slice(silent).every((state) => !JSON.stringify(state).match(/cursor|secret/u))).toBe(true);
    expect(sent.at(-1)).toEqual({ user, sealed: 3 });
    presence.withhold([]);
    expect(sent.at(-1)).toEqual({ user, sealed: 3, cursor: [2, 2], selection: ['secret'] });
  });

  it('carries all changed fields in one message and leaves out cleared ones', () => {
    const { presence, sent } = channel();
    presence.set({ cursor: [1, 1], typing: 'a' });
    presence.set({ selection: ['a'], typing: null });
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([{ user }, { user, cursor: [1, 1], selection: ['a'] }]);
  });

  it('speaks again at once after a reconnect', () => {
    const { presence, sent } = channel();
    presence.set({ cursor: [1, 1] });
    presence.resend();
    expect(sent.at(-1)).toMatchObject({ cursor: [1, 1] });
  });

  it('hears the others, not itself, and keeps their objects while they stay the same', () => {
    const one = channel();
    const two = channel();
    let told = 0;
    one.presence.subscribe(() => told++);
    const relay = () =>
      applyAwarenessUpdate(one.awareness, encodeAwarenessUpdate(two.awareness, [two.awareness.clientID]), 'net');
    relay();
    const first = one.presence.others();
    expect([...first.values()].map((other) => other.user.name)).toEqual(['Ada']);
    one.presence.set({ cursor: [5, 5] });
    expect(one.presence.others()).toBe(first);
    two.presence.dispose();
    relay();
    expect([one.presence.others().size, told]).toEqual([0, 2]);
  });

  it('writes nothing to the document', () => {
    const { awareness, presence } = channel();
    presence.set({ cursor: [1, 1], selection: ['a'] });
    expect(Y.encodeStateVector(awareness.doc)).toEqual(Y.encodeStateVector(new Y.Doc()));
  });

  it('says nothing at all while it is hidden, and hears the others', () => {
    const awareness = new Awareness(new Y.Doc());
    const sent: unknown[] = [];
    const presence = createPresence({ awareness, initial: {}, hidden: true });
    awareness.on('update', () => sent.push(awareness.getLocalState()));
    expect(awareness.getLocalState()).toBeNull();
    presence.set({ user, cursor: [1, 1] });
    presence.resend();
    vi.advanceTimersByTime(1_000);
    const two = channel();
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(two.awareness, [two.awareness.clientID]), 'net');
    expect(awareness.getLocalState()).toBeNull();
    expect([...presence.others().values()].map((other) => other.user.name)).toEqual(['Ada']);
  });
});
