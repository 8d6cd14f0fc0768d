import { elementId } from '@strideboard/model';
import {
  brokenDocument,
  brokenView,
  createPeers,
  createRandom,
  forSeeds,
  randomGesture,
  seedBatches,
  sitDown,
  spoilRoot,
  writeNonsense,
} from '@strideboard/testkit';
import { ROOT_NAMES } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardDocument } from '../board-document.ts';
import { createSideProjection } from '../project-register.ts';
import { readView } from '../read-model.ts';

describe('law 2, totality and purity', () => {
  it.each(seedBatches(2))(
    'any document gives a valid model, the same one every time, and is only read (seeds %s)',
    (_, seeds) => {
      forSeeds('law-02', seeds, (seed) => {
        const random = createRandom(seed);
        const foreign = new Y.Doc();
        if (random.chance(0.4)) spoilRoot(random, foreign);
        try {
          writeNonsense(random, foreign, 60);
        } catch (cause) {
          // The writer itself may stumble over the root it spoiled; what it wrote until then is nonsense enough.
          if (!String(cause).includes('already been defined')) throw cause;
        }
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(foreign));
        const before = Y.encodeStateAsUpdate(doc);
        for (const place of [doc, foreign]) {
          const view = readView(place);
          expect(brokenView(place, view)).toEqual([]);
          expect(JSON.stringify(readView(place))).toBe(JSON.stringify(view));
        }
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
      });
    },
  );

  it.each(seedBatches())('commands and undo work on what can be read, and never throw (seeds %s)', (_, seeds) => {
    forSeeds('law-02', seeds, (seed) => {
      const random = createRandom(seed);
      const group = createPeers(random, ['ada', 'bob']);
      const [ada, bob] = group.peers;
      if (ada === undefined || bob === undefined) throw new Error('no peers');
      writeNonsense(random, bob.doc, 40);
      group.deliverAll();
      for (let step = 0; step < 40; step++) {
        if (random.chance(0.1)) writeNonsense(random, bob.doc, 1);
        if (random.chance(0.3)) group.deliverSome(ada);
        else if (random.chance(0.2)) ada.history.undo();
        else randomGesture(random, ada);
      }
      group.deliverAll();
      // Compared as received: half a surrogate pair stays one only where it was written.
      const received = new Y.Doc();
      Y.applyUpdate(received, Y.encodeStateAsUpdate(bob.doc));
      expect(JSON.stringify(readView(ada.doc))).toBe(JSON.stringify(readView(received)));
      expect(brokenDocument(ada.doc)).toEqual([]);
      group.dispose();
    });
  });

  it.each(seedBatches())(
    'boundaries put into each other by two or three people are all shown (seeds %s)',
    (_, seeds) => {
      forSeeds('law-02', seeds, (seed) => {
        const { random, group } = sitDown(seed, 0);
        const ids = group.peers.map(({ name, commands }) => {
          const at = { parent: null, x: random.between(0, 500), y: random.between(0, 500) };
          const made = commands.create({ kind: 'boundary', type: '', at, label: name });
          const [id] = made.ok ? made.ids : [];
          return elementId(id ?? '');
        });
        group.deliverAll();
        const count = random.between(2, 3);
        for (const [at, peer] of group.peers.slice(0, count).entries()) {
          const [id, parent] = [ids[at], ids[(at + 1) % count]];
          if (id === undefined || parent === undefined) throw new Error('no boundary');
          expect(peer.commands.drop({ ids: [id], parent, positions: new Map([[id, { x: 10, y: 10 }]]) }).ok).toBe(true);
        }
        group.deliverAll();
        for (const { doc, document } of group.peers) {
          expect(
            document
              .model()
              .elements.map(({ id }) => id)
              .sort(),
          ).toEqual([...ids].sort());
          expect(document.issues().map(({ code }) => code)).toContain('parent-cycle');
          expect(brokenDocument(doc)).toEqual([]);
        }
        group.dispose();
      });
    },
  );

  it.each(ROOT_NAMES)('survives a root %s that is no map', (name) => {
    const doc = new Y.Doc();
    doc.getArray(name).push(['not', 'a', 'map']);
    const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
    expect(brokenDocument(doc)).toEqual([]);
    document.dispose();
  });

  it('reads a document of another application as an empty board', () => {
    const doc = new Y.Doc();
    doc.getXmlFragment('prosemirror').push([new Y.XmlElement('p')]);
    doc.getArray('todo').push([{ done: false }, new Y.Map([['a', 1]])]);
    doc.getText('quill').insert(0, 'text', { bold: true });
    doc.getMap('nodes').set('1', { id: 1, position: { x: 0, y: 0 }, data: {} });
    const before = Y.encodeStateAsUpdate(doc);
    expect(readView(doc).model).toMatchObject({ elements: [], flows: [], decisions: {} });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});
