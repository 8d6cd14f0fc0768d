import { absoluteBoxes, type ElementId, elementId, type FlowId, flowId } from '@strideboard/model';
import {
  createRandom,
  dump,
  createBoards,
  forSeeds,
  GESTURES,
  type Peer,
  randomGesture,
  seedBatches,
  sitDown,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

/** A change of one field, and how to see that it is there. */
interface Change<Id> {
  readonly make: (peer: Peer, id: Id) => { readonly ok: boolean };
  readonly seen: Readonly<Record<string, unknown>>;
}

const SPOT = { x: 314, y: -159 };

const OF_ELEMENT: Readonly<Record<string, Change<ElementId>>> = {
  label: { make: ({ commands }, id) => commands.label({ id, text: 'renamed' }), seen: { label: 'renamed' } },
  one: {
    make: ({ commands }, id) => commands.setProperty({ ids: [id], name: 'one', value: true }),
    seen: { properties: { one: true } },
  },
  two: {
    make: ({ commands }, id) => commands.setProperty({ ids: [id], name: 'two', value: ['x'] }),
    seen: { properties: { two: ['x'] } },
  },
  place: {
    make: ({ commands }, id) => commands.drop({ ids: [id], parent: null, positions: new Map([[id, SPOT]]) }),
    seen: { parent: null, ...SPOT },
  },
  size: {
    make: (peer, id) => {
      peer.document.flush();
      const box = absoluteBoxes(peer.document.model().elements).get(id);
      return peer.commands.resize({ id, box: { x: box?.x ?? 0, y: box?.y ?? 0, width: 77, height: 66 } });
    },
    seen: { width: 77, height: 66 },
  },
  scope: {
    make: ({ commands }, id) => commands.scope({ ids: [id], reason: 'elsewhere' }),
    seen: { outOfScope: 'elsewhere' },
  },
  type: { make: ({ commands }, id) => commands.setType({ id, type: 'wl.pod' }), seen: { type: 'wl.pod' } },
  notes: { make: ({ commands }, id) => commands.notes({ id, text: 'noted' }), seen: { notes: 'noted' } },
};

const OF_FLOW: Readonly<Record<string, Change<FlowId>>> = {
  label: { make: ({ commands }, id) => commands.label({ id, text: 'HTTPS' }), seen: { label: 'HTTPS' } },
  returnLabel: {
    make: ({ commands }, id) => commands.label({ id, text: 'answer', which: 'returnLabel' }),
    seen: { returnLabel: 'answer' },
  },
  order: { make: ({ commands }, id) => commands.flow({ id, order: '7b' }), seen: { order: '7b' } },
  direction: { make: ({ commands }, id) => commands.flow({ id, direction: 'two' }), seen: { direction: 'two' } },
  property: {
    make: ({ commands }, id) => commands.setProperty({ ids: [id], name: 'tls', value: 'mutual' }),
    seen: { properties: { tls: 'mutual' } },
  },
  scope: { make: ({ commands }, id) => commands.scope({ ids: [id], reason: '' }), seen: { outOfScope: '' } },
  ports: {
    make: ({ commands }, id) => commands.route({ id, ports: ['left', 'right'] }),
    seen: { ports: ['left', 'right'] },
  },
};

const boards = createBoards();

/** Every change, dealt out among people who do not hear from each other, survives everywhere. */
function deal<Id extends string>(
  seed: number,
  changes: Readonly<Record<string, Change<Id>>>,
  pick: (peer: Peer) => Id | null,
): void {
  const { random, group, ada } = boards.sitDown(seed, 20);
  const id = pick(ada);
  if (id === null) return;
  const made = random.shuffle(Object.entries(changes));
  for (const [at, [name, { make }]] of made.entries()) {
    const peer = group.peers[at % group.peers.length];
    if (peer !== undefined) expect(make(peer, id).ok, name).toBe(true);
  }
  group.deliverAll();
  for (const { document } of group.peers) {
    const { elements, flows } = document.model();
    const shown = [...elements, ...flows].find((item) => String(item.id) === id);
    for (const [name, { seen }] of made) expect(shown, name).toMatchObject(seen);
  }
  group.dispose();
}

describe('law 6, independent fields survive', () => {
  it.each(seedBatches())(
    'all fields of an element and of a flow, changed at once by three people (seeds %s)',
    (_, seeds) => {
      forSeeds('law-06', seeds, (seed) => {
        const random = createRandom(seed);
        deal(seed, OF_ELEMENT, (peer) => random.pick(peer.document.model().elements)?.id ?? elementId('none'));
        deal(seed, OF_FLOW, (peer) => {
          peer.document.flush();
          const flow = random.pick(peer.document.model().flows);
          return flow === undefined ? null : flowId(flow.id);
        });
      });
    },
  );

  it.each(seedBatches(0.5))('memberships that different people add all hold (seeds %s)', (_, seeds) => {
    forSeeds('law-06', seeds, (seed) => {
      const { group, ada } = sitDown(seed, 0);
      const at = { parent: null, x: 0, y: 0 };
      const made = (kind: 'boundary' | 'process'): ElementId => {
        const result = ada.commands.create({ kind, type: '', at });
        return elementId(result.ok ? (result.ids[0] ?? '') : '');
      };
      const boundaries = group.peers.map(() => made('boundary'));
      const member = made('process');
      group.deliverAll();
      for (const [index, peer] of group.peers.entries()) {
        const boundary = boundaries[index];
        if (boundary !== undefined) expect(peer.commands.join({ ids: [member], boundary }).ok).toBe(true);
      }
      group.deliverAll();
      for (const { document } of group.peers) {
        const { memberOf = [] } = document.model().elements.find(({ id }) => id === member) ?? {};
        expect([...memberOf].sort()).toEqual([...boundaries].sort());
      }
      group.dispose();
    });
  });

  it.each(seedBatches(0.5))(
    'packs that different people add, replace and take away all count, whatever the file began with (seeds %s)',
    (_, seeds) => {
      forSeeds('law-06', seeds, (seed) => {
        const { random, group, ada } = sitDown(seed, 0);
        const named = (peer: Peer): readonly (readonly [string, string])[] => {
          peer.document.flush();
          return peer.document.model().settings.packs;
        };
        // The first content of a board brings its packs as one list.
        if (random.chance(0.5)) ada.doc.getMap('settings').set('packs', [['base', '1']]);
        expect(ada.commands.setSettings({ packs: [...named(ada), ['old', '1'], ['gone', '1']] }).ok).toBe(true);
        group.deliverAll();
        const began = named(ada);
        const [first, second, third] = random.shuffle(group.peers);
        if (first === undefined || second === undefined || third === undefined)
          throw new Error('three people sit down');
        const change = (peer: Peer, packs: readonly (readonly [string, string])[]): void =>
          expect(peer.commands.setSettings({ packs }).ok).toBe(true);
        change(first, [...began, ['acme', '1']]);
        change(second, [...began.map(([id, version]) => [id, id === 'old' ? '2' : version] as const), ['beta', '3']]);
        change(
          third,
          began.filter(([id]) => id !== 'gone'),
        );
        group.deliverAll();
        const expected = [
          ...began.filter(([id]) => id !== 'gone' && id !== 'old'),
          ['old', '2'],
          ['acme', '1'],
          ['beta', '3'],
        ];
        for (const peer of group.peers) {
          expect([...named(peer)].sort()).toEqual([...expected].sort());
          expect(named(peer)).toEqual(named(ada));
        }
        group.dispose();
      });
    },
  );

  it.each(seedBatches())('every key that one person changed keeps that value, of any verb (seeds %s)', (_, seeds) => {
    forSeeds('law-06', seeds, (seed) => {
      const { random, group } = boards.sitDown(seed, 20);
      // By key: who changed it, and what each left there.
      const left = new Map<string, Map<string, string>>();
      for (const { name, history } of group.peers) {
        history.log.subscribe(({ writes }) => {
          for (const { root, id, key, after } of writes) {
            const path = [root, ...(id === null ? [] : [id]), key].join('/');
            left.set(path, (left.get(path) ?? new Map<string, string>()).set(name, JSON.stringify(after)));
          }
        });
      }
      for (const peer of group.peers) for (let step = 0; step < 8; step++) randomGesture(random, peer, GESTURES);
      group.deliverAll();
      for (const { doc } of group.peers) {
        const stored = dump(doc);
        for (const [path, values] of left) expect([...values.values()], path).toContain(stored.get(path)?.value);
      }
      group.dispose();
    });
  });
});
