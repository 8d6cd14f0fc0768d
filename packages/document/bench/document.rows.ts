/**
 * The shared document beside naive Yjs: projection, load time, size, bytes of an edit, growth by dragging. Prints one JSON row a line for
 * `npm run bench`. Read the ratios, not the figures.
 */

import { elementId, type Model } from '@strideboard/model';
import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import * as Y from 'yjs';
import {
  type Commands,
  createBoardDocument,
  createCommands,
  createHistory,
  createSideProjection,
} from '../src/index.ts';
import { cluster } from './cluster.ts';
import { naiveBoard, naiveElement, naiveView } from './naive-board.ts';

/** One row of the table. Lower is better in all of them. */
interface Row {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'bytes' | 'values';
  readonly ours: number;
  readonly naive: number;
  readonly floor?: number;
  readonly moonshot?: number;
}

const print = ({ naive, ...row }: Row): void => {
  process.stdout.write(`${JSON.stringify({ ...row, peers: { 'naive Yjs': naive } })}\n`);
};

/** Median time of a task, ms; each run gets a fresh subject. */
function median<Subject>(runs: number, prepare: () => Subject, task: (subject: Subject) => void): number {
  const times = Array.from({ length: runs + 1 }, () => {
    const subject = prepare();
    const begin = performance.now();
    task(subject);
    return performance.now() - begin;
  });
  const sorted = times.slice(1).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function board(model: Model): Peer {
  const [ada] = createPeers(createRandom(7), ['ada']).peers;
  if (ada === undefined) throw new Error('board: no peer');
  const result = ada.commands.importFirst(model);
  if (!result.ok) throw new Error(`board: ${result.problem.code} ${result.problem.ids.join(' ')}`);
  return ada;
}

/** Bytes of the updates that a task sends. */
function sent(doc: Y.Doc, task: () => void): number {
  let bytes = 0;
  const count = (update: Uint8Array): void => {
    bytes += update.length;
  };
  doc.on('update', count);
  task();
  doc.off('update', count);
  return bytes;
}

const still = (): (() => void) => () => {};

/** Only shows that everything runs; the figures mean nothing. */
const isShort = process.env['BENCH_SHORT'] === '1';

for (const size of isShort ? [200] : [1_000, 5_000]) {
  const model = cluster(size);
  const { doc, document, commands } = board(model);
  const naive = naiveBoard(model);
  const count = model.elements.length;
  const update = Y.encodeStateAsUpdate(doc);
  const naiveUpdate = Y.encodeStateAsUpdate(naive);
  const of = `${size} elements, ${model.flows.length} flows`;

  const load = (bytes: Uint8Array) => (): Y.Doc => {
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, bytes);
    return fresh;
  };
  print({
    id: 'load',
    what: `load and show, ${of}`,
    unit: 'ms',
    ours: median(
      5,
      () => update,
      (bytes) => void createBoardDocument({ doc: load(bytes)(), schedule: still, side: createSideProjection }),
    ),
    naive: median(
      5,
      () => naiveUpdate,
      (bytes) => void naiveView(load(bytes)()),
    ),
  });
  print({
    id: 'project-full',
    what: `project everything, ${of}`,
    unit: 'ms',
    ours: median(
      7,
      load(update),
      (loaded) => void createBoardDocument({ doc: loaded, schedule: still, side: createSideProjection }),
    ),
    naive: median(7, load(naiveUpdate), (loaded) => void naiveView(loaded)),
  });

  const id = elementId('workload-7');
  let step = 0;
  const incremental = (what: string, ours: () => void, theirs: () => void): void => {
    print({
      id: 'project-incremental',
      what: `${what}, ${of}`,
      unit: 'ms',
      ours: median(
        31,
        () => {
          ours();
        },
        () => document.flush(),
      ),
      naive: median(
        15,
        () => {
          theirs();
        },
        () => void naiveView(naive),
      ),
    });
  };
  incremental(
    'show one changed property',
    () => commands.setProperty({ ids: [id], name: 'replicas', value: ++step }),
    () => naiveElement(naive, id).set('properties', { replicas: ++step }),
  );
  incremental(
    'show one moved element',
    () => commands.move({ ids: [id], dx: ++step % 2 === 0 ? 10 : -10, dy: 0 }),
    () => naiveElement(naive, id).set('x', ++step),
  );

  print({
    id: 'bytes-per-element',
    what: `sent to a newcomer, per element, ${of}`,
    unit: 'bytes',
    ours: update.length / count,
    naive: naiveUpdate.length / count,
  });
  print({
    id: 'bytes-stored',
    what: `kept in a snapshot (V2), per element, ${of}`,
    unit: 'bytes',
    ours: Y.encodeStateAsUpdateV2(doc).length / count,
    naive: Y.encodeStateAsUpdateV2(naive).length / count,
  });
}

const edited = cluster(1_000);
const { doc, commands } = board(edited);
const naive = naiveBoard(edited);
const EDITS = 200;
const FRAMES = 45;
const PEOPLE = 12;
const targets = edited.elements.filter(({ kind }) => kind !== 'boundary').slice(0, EDITS);
const perEdit = (what: string, ours: (at: number) => void, theirs: (at: number) => void, floor?: number): void => {
  const run = (edit: (at: number) => void) => (): void => {
    for (let at = 0; at < EDITS; at++) edit(at);
  };
  print({
    id: floor === undefined ? 'bytes-per-edit' : 'S3',
    what,
    unit: 'bytes',
    ours: sent(doc, run(ours)) / EDITS,
    naive: sent(naive, run(theirs)) / EDITS,
    ...(floor === undefined ? {} : { floor, moonshot: floor }),
  });
};
const target = (at: number): { readonly id: ReturnType<typeof elementId> } => {
  const element = targets[at % targets.length];
  if (element === undefined) throw new Error('target: the cluster is empty');
  return element;
};

perEdit(
  `one drag of ${FRAMES} frames, committed on drop`,
  (at) => void commands.move({ ids: [target(at).id], dx: 10, dy: 10 }),
  (at) => {
    const element = naiveElement(naive, target(at).id);
    for (let frame = 1; frame <= FRAMES; frame++) {
      naive.transact(() => {
        element.set('x', frame * 10);
        element.set('y', frame * 10);
      });
    }
  },
  40,
);
perEdit(
  'one new label of 12 characters',
  (at) => void commands.label({ id: target(at).id, text: `settlement ${at % 10}` }),
  (at) => {
    const label = naiveElement(naive, target(at).id).get('label');
    if (!(label instanceof Y.Text)) return;
    naive.transact(() => {
      label.delete(0, label.length);
      label.insert(0, `settlement ${at % 10}`);
    });
  },
);
perEdit(
  'one property',
  (at) => void commands.setProperty({ ids: [target(at).id], name: 'runAsNonRoot', value: at % 2 === 0 }),
  (at) => {
    const element = naiveElement(naive, target(at).id);
    element.set('properties', { runAsNonRoot: at % 2 === 0, privileged: false, tenant: 'tenant-1' });
  },
);

/** Values that a task leaves in a document, for each of so many dropped elements. */
function kept(of: Y.Doc, dropped: number, task: () => void): number {
  const before = Y.getState(of.store, of.clientID);
  task();
  return (Y.getState(of.store, of.clientID) - before) / dropped;
}

const crowd = targets.slice(0, 50);
print({
  id: 'S3',
  what: `kept of a drag of ${FRAMES} frames with ${crowd.length} elements, per dropped element`,
  unit: 'values',
  ours: kept(doc, crowd.length, () => void commands.move({ ids: crowd.map(({ id }) => id), dx: 10, dy: 10 })),
  naive: kept(naive, crowd.length, () => {
    for (let frame = 1; frame <= FRAMES; frame++) {
      naive.transact(() => {
        for (const { id } of crowd) {
          naiveElement(naive, id).set('x', frame * 20);
          naiveElement(naive, id).set('y', frame * 20);
        }
      });
    }
  }),
  floor: 1,
  moonshot: 1,
});

/** Twelve people dragging in turn: what their drags leave in the document that a server keeps, bytes per drag. */
function growth(base: Uint8Array, drag: (doc: Y.Doc, person: number, round: number) => void): number {
  const ROUNDS = 40;
  const server = new Y.Doc();
  Y.applyUpdate(server, base);
  const before = Y.encodeStateAsUpdateV2(server).length;
  const people = Array.from({ length: PEOPLE }, () => {
    const own = new Y.Doc();
    Y.applyUpdate(own, base);
    own.on('update', (update: Uint8Array) => Y.applyUpdate(server, update));
    return own;
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const [person, own] of people.entries()) drag(own, person, round);
  }
  return (Y.encodeStateAsUpdateV2(server).length - before) / (ROUNDS * PEOPLE);
}

const hands = new Map<Y.Doc, Commands>();
const handsOf = (own: Y.Doc, person: number): Commands => {
  const known = hands.get(own);
  if (known !== undefined) return known;
  const document = createBoardDocument({ doc: own, schedule: still, side: createSideProjection });
  const author = { principal: `person-${person}`, role: 'edit' as const };
  const made = createCommands({
    document,
    history: createHistory(document),
    author: () => author,
    now: () => 0,
    randomId: () => `gesture-${person}-xxxxxxxx`,
  });
  hands.set(own, made);
  return made;
};

print({
  id: 'drag-growth',
  what: `kept of a drag of ${FRAMES} frames by one of ${PEOPLE} people, per drag`,
  unit: 'bytes',
  ours: growth(Y.encodeStateAsUpdate(doc), (own, person, round) => {
    handsOf(own, person).move({ ids: [target(person * 7 + round).id], dx: 10, dy: 0 });
  }),
  naive: growth(Y.encodeStateAsUpdate(naive), (own, person, round) => {
    const element = naiveElement(own, target(person * 7 + round).id);
    for (let frame = 1; frame <= FRAMES; frame++) {
      own.transact(() => {
        element.set('x', round * 100 + frame);
        element.set('y', frame);
      });
    }
  }),
});
