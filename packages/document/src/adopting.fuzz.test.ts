import { absoluteBoxes, isClosedBoundary } from '@strideboard/model';
import {
  brokenInvariants,
  createPeers,
  createRandom,
  dump,
  dumpText,
  GESTURES,
  type Peer,
  populate,
  type Random,
  randomGesture,
  seedsUpTo,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { readView } from './read-model.ts';

const SEEDS = Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100);

/** Gestures that move what somebody may have taken in. */
const MOVERS = ['move', 'move', 'move', 'drop', 'join', 'leave', 'resize', 'setType', 'delete', 'restore'] as const;

/** Draws a boundary around some elements, sensible or not. */
function drawAround(random: Random, peer: Peer): void {
  peer.document.flush();
  const { elements } = peer.document.model();
  const parent = random.chance(0.6) ? (random.pick(elements.filter(isClosedBoundary))?.id ?? null) : null;
  const adopt = random.some(elements, random.pick([0.1, 0.3]) ?? 0.1).map(({ id }) => id);
  const at = { parent, x: random.between(-500, 500), y: random.between(-500, 500) };
  peer.commands.create({ kind: 'boundary', type: '', at, adopt });
}

const shown = ({ document }: Peer): string => {
  document.flush();
  // The log of decisions only grows: an undo adds to it.
  return JSON.stringify([{ ...document.model(), decisionLog: [] }, document.issues()]);
};

const boxesOf = (peer: Peer) => {
  peer.document.flush();
  return absoluteBoxes(peer.document.model().elements);
};

describe('drawing boundaries around elements', () => {
  it('is taken back and done again by a lone author, among all other gestures', () => {
    const among = GESTURES.filter((name) => name !== 'notes');
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const group = createPeers(random, ['ada', 'bob']);
      const [ada, bob] = group.peers;
      if (ada === undefined || bob === undefined) throw new Error('no peers');
      populate(random, bob);
      group.deliverAll();
      const states = [shown(ada)];
      for (let step = 0; step < 40; step++) {
        const sent = ada.updates.length;
        if (random.chance(0.4)) {
          const before = boxesOf(ada);
          drawAround(random, ada);
          const after = boxesOf(ada);
          for (const [id, box] of before)
            expect(after.get(id), `${id} jumped, seed ${seed}, step ${step}`).toEqual(box);
        } else randomGesture(random, ada, among);
        if (ada.updates.length > sent) states.push(shown(ada));
      }
      for (let at = states.length - 2; at >= 0; at--) {
        expect(ada.history.undo().skipped, `skipped by undo, seed ${seed}, back to ${at}`).toEqual([]);
        expect(shown(ada), `undo, seed ${seed}, back to ${at}`).toBe(states[at]);
      }
      for (let at = 1; at < states.length; at++) {
        expect(ada.history.redo().skipped, `skipped by redo, seed ${seed}, forward to ${at}`).toEqual([]);
        expect(shown(ada), `redo, seed ${seed}, forward to ${at}`).toBe(states[at]);
      }
      group.dispose();
    }
  });

  it('converges, and undo overwrites nothing of others and leaves them what they use', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const random = createRandom(seed);
      const group = createPeers(random);
      for (const peer of group.peers) populate(random, peer, 6);
      group.deliverAll();
      for (let step = 0; step < 60; step++) {
        const peer = random.pick(group.peers);
        if (peer === undefined) return;
        const where = `seed ${seed}, step ${step}, ${peer.name}`;
        const sent = peer.updates.length;
        const what = random.between(1, 10);
        if (what <= 3) drawAround(random, peer);
        else if (what <= 5) takeBack(peer, random.chance(0.7) ? 'undo' : 'redo', where);
        else if (what <= 7) for (let times = 0; times < 3; times++) group.deliverSome(peer);
        else randomGesture(random, peer, MOVERS);
        expect(peer.updates.length - sent, `updates of one gesture, ${where}`).toBeLessThanOrEqual(1);
        const fresh = readView(peer.doc);
        expect(shown(peer), `patched against fresh view, ${where}`).toBe(
          JSON.stringify([{ ...fresh.model, decisionLog: [] }, fresh.issues]),
        );
        expect(brokenInvariants(peer.document.model()), where).toEqual([]);
      }
      group.deliverAll();
      const [first] = group.peers;
      for (const peer of group.peers) {
        expect(dumpText(peer.doc), `documents of seed ${seed}`).toBe(first === undefined ? '' : dumpText(first.doc));
        expect(shown(peer), `views of seed ${seed}`).toBe(first === undefined ? '' : shown(first));
      }
      group.dispose();
    }
  });
});

function takeBack(peer: Peer, direction: 'undo' | 'redo', where: string): void {
  const before = dump(peer.doc);
  const command = peer.history[`${direction}Name`]?.command;
  peer.history[direction]();
  for (const [key, { value }] of dump(peer.doc)) {
    const was = before.get(key);
    if (was === undefined || was.value === value) continue;
    expect(was.writer, `${direction} overwrote ${key} of somebody else, ${where}`).toBe(peer.doc.clientID);
  }
  if (direction === 'redo' || command !== 'create') return;
  // What is gone now held nothing any more: nobody’s element is left with a hidden parent that was shown before.
  const after = dump(peer.doc);
  const isHidden = (id: string): boolean => (after.get(`nodes/${id}/del`)?.value ?? 'null') !== 'null';
  const wasHidden = (id: string): boolean => (before.get(`nodes/${id}/del`)?.value ?? 'null') !== 'null';
  for (const [key, { value }] of after) {
    const [, id] = /^nodes\/([^/]+)\/at$/u.exec(key) ?? [];
    if (id === undefined || isHidden(id)) continue;
    // Places are written by commands here; one is missing while an update that replaces it is only half delivered.
    const [parent] = (JSON.parse(value) as [string | null, number, number] | null) ?? [null];
    if (parent === null || !isHidden(parent)) continue;
    expect(wasHidden(parent), `undo hid ${parent} with ${id} in it, ${where}`).toBe(true);
  }
}
