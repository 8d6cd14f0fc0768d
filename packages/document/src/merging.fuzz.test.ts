import { absoluteBoxes, elementId } from '@strideboard/model';
import {
  createPeers,
  createRandom,
  type Peer,
  type PeerGroup,
  populate,
  randomGesture,
  seedsUpTo,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

/** The count of the gate; longer runs are those of the laws. */
const SEEDS = Math.min(100, Number(process.env['STRIDEBOARD_FUZZ_SEEDS'] ?? 100));

function board(seed: number): {
  readonly random: ReturnType<typeof createRandom>;
  readonly group: PeerGroup;
  readonly ada: Peer;
  readonly bob: Peer;
} {
  const random = createRandom(seed);
  const group = createPeers(random, ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  populate(random, ada);
  group.deliverAll();
  return { random, group, ada, bob };
}

describe('two people at once', () => {
  it('keep both changes when they concern different fields of one element', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const { random, group, ada, bob } = board(seed);
      const id = random.pick(ada.document.model().elements)?.id ?? elementId('none');
      const place = { x: random.between(-400, 400), y: random.between(-400, 400) };
      const changes: readonly ((peer: Peer) => unknown)[] = [
        ({ commands }) => commands.label({ id, text: 'renamed' }),
        ({ commands }) => commands.setProperty({ ids: [id], name: 'one', value: true }),
        ({ commands }) => commands.setProperty({ ids: [id], name: 'two', value: ['x'] }),
        ({ commands }) => commands.drop({ ids: [id], parent: null, positions: new Map([[id, place]]) }),
        (peer) => peer.commands.resize({ id, box: { ...absolute(peer, id), width: 77, height: 66 } }),
        ({ commands }) => commands.scope({ ids: [id], reason: 'elsewhere' }),
        ({ commands }) => commands.setType({ id, type: 'wl.pod' }),
      ];
      for (const [at, change] of random.shuffle(changes).entries()) change(at % 2 === 0 ? ada : bob);
      group.deliverAll();
      for (const { document } of [ada, bob]) {
        const element = document.model().elements.find((shown) => shown.id === id);
        expect(element, `seed ${seed}`).toMatchObject({
          label: 'renamed',
          properties: { one: true, two: ['x'] },
          parent: null,
          ...place,
          width: 77,
          height: 66,
          outOfScope: 'elsewhere',
          type: 'wl.pod',
        });
      }
      group.dispose();
    }
  });

  it('leave an element at one of the two intended places when one drops and the other moves it', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const { random, group, ada, bob } = board(seed);
      const id = random.pick(ada.document.model().elements)?.id ?? elementId('none');
      const others = ada.document
        .model()
        .elements.filter((element) => element.id !== id && element.kind === 'boundary');
      const parent = random.pick(others)?.id ?? null;
      const before = stored(ada, id);
      const dropped = ada.commands.drop({ ids: [id], parent, positions: new Map([[id, { x: 123, y: 45 }]]) });
      const atAda = stored(ada, id);
      bob.commands.move({ ids: [id], dx: 7, dy: 9 });
      const atBob = stored(bob, id);
      expect(atBob, `seed ${seed}`).toEqual([before[0], Number(before[1]) + 7, Number(before[2]) + 9]);
      group.deliverAll();
      expect(dropped.ok ? [atAda, atBob] : [atBob], `seed ${seed}`).toContainEqual(stored(ada, id));
      expect(stored(bob, id)).toEqual(stored(ada, id));
      group.dispose();
    }
  });

  it('keep absolute places when one deletes a boundary and the other drops into it', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const { random, group, ada, bob } = board(seed);
      const elements = ada.document.model().elements;
      const boundary = random.pick(elements.filter(({ kind }) => kind === 'boundary'))?.id ?? elementId('none');
      const id = random.pick(elements.filter(({ kind, parent }) => kind !== 'boundary' && parent !== boundary))?.id;
      if (id === undefined) continue;
      ada.commands.delete({ ids: [boundary], children: 'lift' });
      const dropped = bob.commands.drop({ ids: [id], parent: boundary, positions: new Map([[id, { x: 31, y: 17 }]]) });
      group.deliverAll();
      if (dropped.ok) expect(absolute(ada, id), `seed ${seed}`).toMatchObject({ x: 31, y: 17 });
      expect(JSON.stringify(ada.document.model())).toBe(JSON.stringify(bob.document.model()));
      group.dispose();
    }
  });
});

describe('a document', () => {
  it('keeps keys and roots of a newer writer through everything an older one does', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const { random, group, ada } = board(seed);
      const future = ada.doc.getMap('future');
      ada.doc.transact(() => {
        future.set('x', { y: 1 });
        ada.doc.getMap('meta').set('mood', 'calm');
        for (const nested of ada.doc.getMap('nodes').values())
          if (nested instanceof Y.Map) nested.set('new.key', [1, 'a']);
      });
      for (let step = 0; step < 40; step++) randomGesture(random, ada);
      while (ada.history.canUndo) ada.history.undo();
      expect(future.toJSON(), `seed ${seed}`).toEqual({ x: { y: 1 } });
      expect(ada.doc.getMap('meta').get('mood')).toBe('calm');
      const kept = [...ada.doc.getMap<Y.Map<unknown>>('nodes').values()].filter(
        (nested) => nested.get('new.key') !== undefined,
      );
      expect(kept.length, `seed ${seed}`).toBeGreaterThan(0);
      for (const nested of kept) expect(nested.get('new.key')).toEqual([1, 'a']);
      group.dispose();
    }
  });

  it('grows by one value for each top-most element of a drag, however far it goes', () => {
    for (const seed of seedsUpTo(SEEDS)) {
      const { group, ada } = board(seed);
      const [first] = ada.document.model().elements;
      if (first === undefined) throw new Error(`no element, seed ${seed}`);
      const clock = (): number => Y.getState(ada.doc.store, ada.doc.clientID);
      const before = clock();
      const inside = ada.document.model().elements.filter(({ parent }) => parent === first.id);
      const ids = [first.id, ...inside.map(({ id }) => id)];
      ada.commands.move({ ids, dx: 901, dy: -77 });
      expect(clock() - before, `seed ${seed}`).toBe(1);
      group.dispose();
    }
  });
});

function stored(peer: Peer, id: string): readonly unknown[] {
  const at = peer.doc.getMap<Y.Map<unknown>>('nodes').get(id)?.get('at');
  if (!Array.isArray(at)) throw new Error(`no place of ${id}`);
  return at;
}

function absolute(peer: Peer, id: string) {
  peer.document.flush();
  const box = absoluteBoxes(peer.document.model().elements).get(elementId(id));
  if (box === undefined) throw new Error(`no box of ${id}`);
  return box;
}
