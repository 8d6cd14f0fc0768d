import { absoluteBoxes, type ElementId, isClosedBoundary, routePoints } from '@strideboard/model';
import { createBoards, forSeeds, type Peer, type Random, seedBatches } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';

const boards = createBoards();

const boxesOf = (peer: Peer) => {
  peer.document.flush();
  return absoluteBoxes(peer.document.model().elements);
};
/** Where every flow bends, absolute canvas px. */
const bendsOf = (peer: Peer) => {
  const boxes = boxesOf(peer);
  return new Map(peer.document.model().flows.map((flow) => [flow.id, routePoints(flow, boxes)]));
};
const stored = (peer: Peer, id: string): readonly unknown[] => {
  const at = peer.doc.getMap<Y.Map<unknown>>('nodes').get(id)?.get('at');
  if (!Array.isArray(at)) throw new Error(`no place of ${id}`);
  return at;
};
const pickBoundary = (random: Random, peer: Peer): ElementId | undefined =>
  random.pick(peer.document.model().elements.filter(isClosedBoundary))?.id;

/** Gestures that change what holds what, and must leave everything that stays at its place. */
const REGROUPING: Readonly<Record<string, (random: Random, peer: Peer) => unknown>> = {
  'delete, children lifted': (random, { commands, ...peer }) => {
    const boundary = pickBoundary(random, { commands, ...peer });
    return boundary && commands.delete({ ids: [boundary], children: 'lift' });
  },
  dissolve: (random, peer) => {
    const boundary = pickBoundary(random, peer);
    return boundary && peer.commands.dissolve({ boundary });
  },
  wrap: (random, peer) => {
    const ids = random.some(peer.document.model().elements, 0.4).map(({ id }) => id);
    return ids.length > 0 && peer.commands.wrap({ ids, type: '' });
  },
  'reshape to a line': (random, peer) => {
    const boundary = pickBoundary(random, peer);
    const shape = {
      kind: 'line',
      points: [
        [0, 0],
        [10_000, 10_000],
      ],
      curve: 'straight',
    } as const;
    return boundary && peer.commands.reshape({ boundary, shape, lift: true });
  },
  'boundary to process': (random, peer) => {
    const id = pickBoundary(random, peer);
    return id && peer.commands.setType({ id, kind: 'process', type: '' });
  },
};

describe('law 7, no jump', () => {
  it.each(seedBatches())('one drops and the other moves: one of the two intended places (seeds %s)', (_, seeds) => {
    forSeeds('law-07', seeds, (seed) => {
      const { random, group, ada, bob } = boards.sitDown(seed);
      const { elements } = ada.document.model();
      const id = random.pick(elements)?.id;
      if (id === undefined) throw new Error('no element');
      const parent =
        random.pick(elements.filter((element) => element.id !== id && isClosedBoundary(element)))?.id ?? null;
      const before = stored(ada, id);
      const dropped = ada.commands.drop({ ids: [id], parent, positions: new Map([[id, { x: 123, y: 45 }]]) });
      const atAda = stored(ada, id);
      bob.commands.move({ ids: [id], dx: 7, dy: 9 });
      const atBob = stored(bob, id);
      expect(atBob).toEqual([before[0], Number(before[1]) + 7, Number(before[2]) + 9]);
      group.deliverAll();
      expect(dropped.ok ? [atAda, atBob] : [atBob]).toContainEqual(stored(ada, id));
      expect(stored(bob, id)).toEqual(stored(ada, id));
      group.dispose();
    });
  });

  it.each(seedBatches())(
    'one deletes a boundary and the other drops into it: the place stays (seeds %s)',
    (_, seeds) => {
      forSeeds('law-07', seeds, (seed) => {
        const { random, group, ada, bob } = boards.sitDown(seed);
        const { elements } = ada.document.model();
        const boundary = pickBoundary(random, ada);
        if (boundary === undefined) return;
        const inside = ada.document
          .model()
          .elements.filter(({ kind, parent }) => kind !== 'boundary' && parent !== boundary);
        const id = random.pick(inside)?.id;
        if (id === undefined) return;
        const way = random.pick(['with', 'lift', 'dissolve'] as const) ?? 'with';
        if (way === 'dissolve') ada.commands.dissolve({ boundary });
        else ada.commands.delete({ ids: [boundary], ...(way === 'lift' ? { children: way } : {}) });
        const dropped = bob.commands.drop({
          ids: [id],
          parent: boundary,
          positions: new Map([[id, { x: 31, y: 17 }]]),
        });
        // With its content goes what was in it, not what came in.
        const isGone = way === 'with' && elements.some((element) => element.id === id && element.parent !== null);
        group.deliverAll();
        const box = boxesOf(ada).get(id);
        if (dropped.ok && (!isGone || box !== undefined)) expect(box).toMatchObject({ x: 31, y: 17 });
        expect(JSON.stringify(ada.document.model())).toBe(JSON.stringify(bob.document.model()));
        group.dispose();
      });
    },
  );

  it.each(
    Object.entries(REGROUPING).flatMap(([name, regroup]) =>
      seedBatches().map(([batch, seeds]) => ({ name, regroup, batch, seeds })),
    ),
  )('$name leaves elements and bends where they are, also undone (seeds $batch)', ({ name, regroup, seeds }) => {
    forSeeds('law-07', seeds, (seed) => {
      const { random, group, ada } = boards.sitDown(seed, 20);
      for (const { id } of ada.document.model().flows)
        ada.commands.route({ id, points: [{ x: random.between(-300, 300), y: random.between(-300, 300) }] });
      const [boxes, bends] = [boxesOf(ada), bendsOf(ada)];
      const sent = ada.updates.length;
      regroup(random, ada);
      // Refused, or nothing to do it to.
      if (ada.updates.length === sent) return;
      const check = (when: string): void => {
        const [now, nowBends] = [boxesOf(ada), bendsOf(ada)];
        for (const [id, box] of now) expect(boxes.get(id) ?? box, `${id} ${when} ${name}`).toEqual(box);
        for (const [id, points] of nowBends) expect(points, `bends of ${id} ${when} ${name}`).toEqual(bends.get(id));
      };
      check('after');
      ada.history.undo();
      check('after undo of');
      group.dispose();
    });
  });
});
