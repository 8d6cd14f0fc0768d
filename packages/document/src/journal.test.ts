import type { ElementId } from '@strideboard/model';
import {
  createPeers,
  createRandom,
  GESTURES,
  type Peer,
  populate,
  randomGesture,
  seedsUpTo,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { LoggedGesture } from './gesture-log.ts';
import { isLoggedGesture, replayGestures } from './journal.ts';

/** The count of the gate; longer runs are those of law 15. */
const SEEDS = Math.min(100, Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100));

/** A peer with an empty document, and what it logs. */
function person(name: string, seed = 1): { readonly peer: Peer; readonly logged: LoggedGesture[] } {
  const [peer] = createPeers(createRandom(seed), [name]).peers;
  if (peer === undefined) throw new Error('no peer');
  const logged: LoggedGesture[] = [];
  peer.history.log.subscribe((gesture) => logged.push(gesture));
  return { peer, logged };
}
const made = (result: ReturnType<Peer['commands']['create']>): ElementId => {
  if (!result.ok || result.ids[0] === undefined) throw new Error(JSON.stringify(result));
  return result.ids[0] as ElementId; // an id that the document gave
};
const replay = (
  { document, history }: Peer,
  gestures: readonly LoggedGesture[],
  role: 'edit' | 'facilitate' = 'facilitate',
) => replayGestures({ document, history, author: () => ({ principal: 'ada', role }) }, gestures);
const shown = ({ document }: Peer): string => {
  document.flush();
  return JSON.stringify([{ ...document.model(), decisionLog: [] }, document.issues()]);
};
const place = { parent: null, x: 0, y: 0 };

describe('replaying the journal', () => {
  it('gives what sending the gestures would have given, wherever the connection was cut', () => {
    const among = GESTURES.filter((name) => name !== 'joinPeople');
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const { peer: ada, logged } = person('ada', seed);
      populate(random, ada);
      const gestures = logged.length;
      const stored = Y.encodeStateAsUpdate(ada.doc);
      for (let step = 0; step < 30; step++) randomGesture(random, ada, among);
      const { peer: fresh } = person('ada', seed + 100_000);
      Y.applyUpdate(fresh.doc, stored, 'server');
      fresh.document.flush();
      // As after a kept browser store: plain JSON, some of it stored by the server already.
      const journal = logged
        .slice(Math.max(0, gestures - 3))
        .map((gesture): unknown => JSON.parse(JSON.stringify(gesture)));
      const outcome = replay(fresh, journal.filter(isLoggedGesture));
      expect(outcome.skipped, `seed ${seed}`).toEqual([]);
      expect(shown(fresh), `seed ${seed}`).toBe(shown(ada));
    }
  });

  it('never writes over what others did since, and names it', () => {
    const { peer: ada, logged } = person('ada');
    const pod = made(ada.commands.create({ kind: 'process', type: '', at: place, label: 'pod' }));
    const stored = Y.encodeStateAsUpdate(ada.doc);
    ada.commands.label({ id: pod, text: 'mine' });
    ada.commands.move({ ids: [pod], dx: 50, dy: 0 });
    const { peer: bob } = person('bob', 2);
    Y.applyUpdate(bob.doc, stored, 'server');
    bob.commands.label({ id: pod, text: 'theirs' });
    const outcome = replay(bob, logged);
    expect(outcome.skipped).toMatchObject([
      { reason: 'changed', parts: [pod], gesture: { name: { command: 'label' } } },
    ]);
    expect(bob.document.model().elements[0]).toMatchObject({ label: 'theirs', x: 50 });
  });

  it('leaves out whole gestures that the role or a lock forbids, and makes the others', () => {
    const { peer: ada, logged } = person('ada');
    const pod = made(ada.commands.create({ kind: 'process', type: '', at: place }));
    const other = made(ada.commands.create({ kind: 'store', type: '', at: place }));
    const stored = Y.encodeStateAsUpdate(ada.doc);
    const before = logged.length;
    ada.commands.setSettings({ grid: 20 });
    ada.commands.setProperty({ ids: [pod, other], name: 'privileged', value: true });
    ada.commands.label({ id: other, text: 'etcd' });
    const { peer: fresh } = person('ada', 3);
    Y.applyUpdate(fresh.doc, stored, 'server');
    fresh.doc.getMap('locks').set(`nodes|${pod}`, ['carol', 1, 'agreed']);
    fresh.document.flush();
    const outcome = replay(fresh, logged.slice(before), 'edit');
    expect(outcome.skipped.map(({ reason, parts }) => [reason, parts])).toEqual([
      ['role', ['grid']],
      ['locked', [pod]],
    ]);
    const elements = fresh.document.model().elements.map(({ id, label, properties }) => [id, label, properties]);
    expect(elements).toContainEqual([other, 'etcd', {}]);
    expect(elements).toContainEqual([pod, '', {}]);
  });

  it('names what belongs to something that is not there any more, as after restoring an older version', () => {
    const { peer: ada, logged } = person('ada');
    const pod = made(ada.commands.create({ kind: 'process', type: '', at: place }));
    const before = logged.length;
    ada.commands.label({ id: pod, text: 'late' });
    made(ada.commands.create({ kind: 'store', type: '', at: place, label: 'new' }));
    const { peer: fresh } = person('ada', 4);
    const outcome = replay(fresh, logged.slice(before));
    expect(outcome.skipped).toMatchObject([{ reason: 'gone', parts: [pod] }]);
    expect(fresh.document.model().elements.map(({ label }) => label)).toEqual(['new']);
    expect(fresh.history.canUndo).toBe(false);
  });

  it('types again what was typed on a text, wherever the line was cut, and never into a text that others changed', () => {
    const { peer: ada, logged } = person('ada');
    const pod = made(ada.commands.create({ kind: 'process', type: '', at: place, label: 'pod' }));
    const typed = ['R', 'Ro', 'Root', 'Root of', 'Root 🔑', 'Root 🔑 of trust'];
    const stored = [Y.encodeStateAsUpdate(ada.doc)];
    const before = logged.length;
    for (const text of typed) {
      ada.commands.notes({ id: pod, text });
      stored.push(Y.encodeStateAsUpdate(ada.doc));
    }
    const notesOf = ({ document }: Peer) => document.model().elements[0]?.notes;
    for (const [at, update] of stored.entries()) {
      const { peer: fresh } = person('ada', 10 + at);
      Y.applyUpdate(fresh.doc, update, 'server');
      expect(replay(fresh, logged.slice(before)).skipped).toEqual([]);
      expect(notesOf(fresh)).toBe(typed.at(-1));
    }
    const { peer: bob } = person('bob', 2);
    Y.applyUpdate(bob.doc, stored[2] ?? new Uint8Array(), 'server');
    bob.commands.notes({ id: pod, text: 'Ro, says Bob' });
    const { skipped } = replay(bob, JSON.parse(JSON.stringify(logged.slice(before))) as LoggedGesture[]);
    expect(skipped).toMatchObject([{ reason: 'changed', parts: [pod] }]);
    expect(notesOf(bob)).toBe('Ro, says Bob');
  });

  it('is not upset by what is no gesture', () => {
    const gesture = { id: 'a', at: 1, name: { command: 'notes', count: 1 }, creations: [], writes: [] };
    const change = { key: 'a|notes', at: 0, removed: 0, inserted: 'x', before: '0:a', after: '1:b' };
    expect(isLoggedGesture({ ...gesture, texts: [change] })).toBe(true);
    const odd = [
      null,
      1,
      'x',
      [],
      {},
      { ...gesture, name: null },
      { ...gesture, texts: 'x' },
      { ...gesture, texts: [null] },
    ];
    const oddChanges = [{ at: -1 }, { removed: 0.5 }, { inserted: 1 }, { key: null }].map((part) => ({
      ...gesture,
      texts: [{ ...change, ...part }],
    }));
    for (const value of [...odd, ...oddChanges]) {
      expect(isLoggedGesture(value)).toBe(false);
    }
  });
});
