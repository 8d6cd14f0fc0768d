import { elementId, type Model, type SubjectId, threatId } from '@strideboard/model';
import {
  createPeers,
  createRandom,
  forSeeds,
  type GestureName,
  type Peer,
  randomGesture,
  seedBatches,
  sitDown,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { makeClip, readClip, writeClip } from '../clip.ts';
import { readModel } from '../read-model.ts';
import { readDeletionTuple } from '../stored-facts.ts';

/** What must leave every threat and its decision alone. */
const HARMLESS: readonly GestureName[] = [
  'move',
  'drop',
  'label',
  'resize',
  'setType',
  'setProperty',
  'reorder',
  'arrange',
  'wrap',
  'createBoundary',
  'route',
  'flow',
  'addDiagram',
  'moveDiagram',
  'show',
  'moveToDiagram',
  'reshape',
  'addRecord',
  'notes',
];

const decisionsOf = (model: Model): string => JSON.stringify([model.decisions, model.manual, model.mitigations]);
const seen = (peer: Peer): string => {
  peer.document.flush();
  return decisionsOf(peer.document.model());
};

/** Decides on a rule about every element and flow, about two of them at once, and about the model; writes one by hand. */
function decideAll({ document, commands }: Peer): void {
  const { elements, flows } = document.model();
  const subjects: readonly SubjectId[] = [...elements, ...flows].map(({ id }) => id);
  for (const [at, subject] of subjects.entries()) {
    const next = subjects[at + 1] ?? subject;
    const threats = [threatId('WL-001', [subject]), threatId('NP-002', [subject, next])];
    expect(commands.decide({ threats, state: 'accepted', fields: { why: `reason ${at}`, impact: 3 } }).ok).toBe(true);
  }
  commands.decide({ threats: [threatId('ORG-001', [])], state: 'mitigated' });
  const written = commands.addThreat({ title: 'by hand', on: subjects.slice(0, 2) });
  if (!written.ok || written.ids[0] === undefined) throw new Error('refused');
  const threat = `manual~${written.ids[0]}`;
  commands.mitigate({ threat, control: 'K22', on: true });
  document.flush();
}

describe('law 8, threat identity', () => {
  it.each(seedBatches())('moving, renaming, wrapping, undo and redo keep every decision (seeds %s)', (_, seeds) => {
    forSeeds('law-08', seeds, (seed) => {
      const { random, group, ada, bob } = sitDown(seed, 18);
      decideAll(ada);
      group.deliverAll();
      const before = seen(ada);
      expect(Object.keys(ada.document.model().decisions).length).toBeGreaterThan(5);
      for (let step = 0; step < 25; step++) {
        const peer = random.chance(0.5) ? ada : bob;
        if (random.chance(0.2)) bob.history.undo();
        else if (random.chance(0.2)) bob.history.redo();
        else randomGesture(random, peer, HARMLESS);
        // Whole: a key whose new value is still on its way is gone for that moment, and its flow with it.
        if (random.chance(0.3)) group.deliverAll(random);
        expect(seen(peer), `step ${step}`).toBe(before);
      }
      group.dispose();
    });
  });

  it.each(seedBatches())(
    'cut and pasted back, through text, anywhere: the same threats, decided the same (seeds %s)',
    (_, seeds) => {
      forSeeds('law-08', seeds, (seed) => {
        const { random, group, ada, bob } = sitDown(seed, 18);
        decideAll(ada);
        const before = seen(ada);
        const { elements } = ada.document.model();
        const ids = random.some(elements, 0.4).map(({ id }) => id);
        if (ids.length === 0) return;
        const clip = makeClip(ada.document.model(), ids, 'here');
        const [first] = clip.elements;
        if (first === undefined) throw new Error('nothing in the clip');
        expect(ada.commands.cut({ ids }).ok).toBe(true);
        const text = writeClip({ ...clip, cut: readDeletionTuple(ada.document, first.id) });
        const read = readClip(text);
        if (read.kind !== 'clip' || read.adjusted > 0) throw new Error('a clip that cannot be read as it is');
        // Whoever saw it being cut may paste it.
        group.deliverAll();
        const peer = random.chance(0.5) ? ada : bob;
        const at = random.chance(0.5) ? { x: random.between(-500, 500), y: random.between(-500, 500) } : null;
        expect(peer.commands.paste({ clip: read.clip, at, parent: null, board: 'here' }).ok).toBe(true);
        expect(seen(peer)).toBe(before);
        group.deliverAll();
        expect(seen(ada)).toBe(before);
        group.dispose();
      });
    },
  );

  it.each(seedBatches(0.5))(
    'written to a file and opened as a new board, and merged into the old one again (seeds %s)',
    (_, seeds) => {
      forSeeds('law-08', seeds, (seed) => {
        const { group, ada } = sitDown(seed, 18);
        decideAll(ada);
        const before = seen(ada);
        const file = JSON.parse(JSON.stringify(readModel(ada.doc))) as Model; // a model as a file keeps it
        const [fresh] = createPeers(createRandom(seed), ['dot']).peers;
        if (fresh === undefined) throw new Error('no peer');
        expect(fresh.commands.importFirst(file).ok).toBe(true);
        expect(seen(fresh)).toBe(before);
        for (const { id } of fresh.document.model().elements.slice(0, 3)) {
          fresh.commands.label({ id: elementId(id), text: 'renamed there' });
          fresh.commands.move({ ids: [elementId(id)], dx: 40, dy: 40 });
        }
        const again = ada.commands.importModel({ model: readModel(fresh.doc), mode: 'merge' });
        expect(again.ok).toBe(true);
        expect(seen(ada)).toBe(before);
        group.dispose();
      });
    },
  );
});
