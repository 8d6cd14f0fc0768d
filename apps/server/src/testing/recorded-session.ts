// A recorded session: what a few people who draw at once send, in the order in which it is sent. The same seed gives the same session.

import * as Y from 'yjs';

/** One sent update. */
export type Sent = { readonly by: number; readonly update: Uint8Array };

/** Records a session of some people over some steps. */
export function recordSession({
  seed,
  people,
  steps,
}: {
  seed: number;
  people: number;
  steps: number;
}): readonly Sent[] {
  const random = mulberry32(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const sent: Sent[] = [];
  const seen = Array.from({ length: people }, () => 0);
  const docs = Array.from({ length: people }, (_, index) => Object.assign(new Y.Doc(), { clientID: 1_000 + index }));
  docs.forEach((doc, by) => {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'others') sent.push({ by, update });
    });
  });
  /** Brings a person up to what the others have sent; only then they go on, as the server would have told them. */
  const catchUp = (by: number): void => {
    const from = seen[by] ?? 0;
    for (const { by: author, update } of sent.slice(from)) {
      if (author !== by) Y.applyUpdate(docs[by] ?? new Y.Doc(), update, 'others');
    }
    seen[by] = sent.length;
  };
  for (let step = 0; step < steps; step += 1) {
    const by = pick(people);
    const doc = docs[by];
    if (doc === undefined) continue;
    if (random() < 0.5) catchUp(by);
    doc.transact(() => act(doc, { pick, name: `e${pick(12)}`, step }));
  }
  return sent;
}

function act(doc: Y.Doc, { pick, name, step }: { pick: (count: number) => number; name: string; step: number }): void {
  const nodes = doc.getMap('nodes');
  const text = doc.getMap('text');
  const known = nodes.get(name);
  const notes = text.get(`${name}|notes`);
  if (!(known instanceof Y.Map)) {
    nodes.set(name, new Y.Map([['label', `${name} ${step}`]]));
    text.set(`${name}|notes`, new Y.Text('notes '));
    return;
  }
  switch (pick(4)) {
    case 0:
      known.set('at', [null, step, pick(500)]);
      return;
    case 1:
      known.set('label', `${name} again ${step}`);
      return;
    case 2:
      if (notes instanceof Y.Text) notes.insert(pick(notes.length + 1), `${step} `);
      return;
    default:
      if (notes instanceof Y.Text && notes.length > 3) notes.delete(pick(notes.length - 2), 2);
      else nodes.delete(name);
  }
}

/** Small seeded generator of numbers from 0 to 1, by Tommy Ettinger (public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
