/** Random gestures on the drawing. */

import { makeClip, readDeletionTuple } from '@strideboard/document';
import {
  type Box,
  ELEMENT_KINDS,
  type Element,
  elementId,
  flowId,
  isClosedBoundary,
  THREAT_STATES,
  threatId,
} from '@strideboard/model';
import * as Y from 'yjs';
import { buildModel } from './build-model.ts';
import type { Peer } from './peers.ts';
import type { Random } from './random.ts';
import {
  anyBoundary,
  anyDiagram,
  anyElement,
  anyFlow,
  anyRule,
  anySubject,
  type Maker,
  modelOf,
  place,
  someElements,
  value,
  word,
} from './random-picks.ts';

/** What each peer has on his clipboard. */
const CLIPBOARDS = new WeakMap<Peer, ReturnType<typeof makeClip>>();
const BOARD = 'board';

const create =
  (inside: boolean, kind?: Element['kind']): Maker =>
  (random, peer) => {
    peer.commands.create({
      kind: kind ?? random.pick(ELEMENT_KINDS.filter((known) => known !== 'ref')) ?? 'process',
      type: word(random),
      at: { parent: inside ? anyBoundary(random, peer) : null, x: place(random), y: place(random) },
      ...(random.chance(0.3) ? { size: { width: random.between(1, 900), height: random.between(1, 900) } } : {}),
      ...(random.chance(0.5) ? { label: word(random) } : {}),
      ...(random.chance(0.3) ? { properties: { exposed: true } } : {}),
      ...(random.chance(0.2) ? { diagram: anyDiagram(random, peer) } : {}),
    });
  };

/** Draws a boundary around some elements, sensible or not. */
const drawAround: Maker = (random, peer) => {
  const { elements } = modelOf(peer);
  const parent = random.chance(0.6) ? anyBoundary(random, peer) : null;
  const adopt = random.some(elements, random.pick([0.1, 0.3]) ?? 0.1).map(({ id }) => id);
  peer.commands.create({ kind: 'boundary', type: '', at: { parent, x: place(random), y: place(random) }, adopt });
};

const drop: Maker = (random, peer) => {
  const ids = someElements(random, peer);
  const positions = new Map(ids.map((id) => [id, { x: place(random), y: place(random) }]));
  const boundary = anyBoundary(random, peer);
  const parent = random.chance(0.7) ? boundary : null;
  const other = anyBoundary(random, peer);
  const joining = other !== null && random.chance(0.2) ? { join: [other] } : {};
  peer.commands.drop({ ids, parent, positions, ...joining });
};

const restore: Maker = (random, peer) => {
  const root = random.chance(0.7) ? 'nodes' : 'edges';
  const dead = [...peer.doc.getMap<unknown>(root).entries()].filter(
    ([, map]) => map instanceof Y.Map && map.get('del') != null,
  );
  const id = random.pick(dead.map(([key]) => key).sort());
  if (id !== undefined) peer.commands.restore({ ids: [root === 'nodes' ? elementId(id) : flowId(id)] });
};

const cut: Maker = (random, peer) => {
  const ids = someElements(random, peer);
  const clip = makeClip(modelOf(peer), ids, BOARD);
  const [first] = clip.elements;
  if (!peer.commands.cut({ ids }).ok || first === undefined) return;
  CLIPBOARDS.set(peer, { ...clip, cut: readDeletionTuple(peer.document, first.id) });
};

const paste: Maker = (random, peer) => {
  const kept = CLIPBOARDS.get(peer);
  const clip =
    kept !== undefined && random.chance(0.7) ? kept : makeClip(modelOf(peer), [anyElement(random, peer)], BOARD);
  peer.commands.paste({
    clip,
    at: random.chance(0.5) ? { x: place(random), y: place(random) } : null,
    parent: random.chance(0.3) ? anyBoundary(random, peer) : null,
    withDecisions: random.chance(0.5),
    board: BOARD,
    ...(random.chance(0.2) ? { diagram: anyDiagram(random, peer) } : {}),
  });
};

const reshape: Maker = (random, peer) => {
  const boundary = random.pick(modelOf(peer).elements.filter(({ kind }) => kind === 'boundary'));
  if (boundary === undefined) return;
  const points = [
    [0, 0],
    [random.between(0, 10_000), 10_000],
    [10_000, random.between(0, 10_000)],
  ] as const;
  const kind = random.pick(['box', 'poly', 'line'] as const) ?? 'box';
  peer.commands.reshape({
    boundary: boundary.id,
    ...(random.chance(0.8) ? { shape: kind === 'box' ? { kind } : { kind, points, curve: 'straight' as const } } : {}),
    ...(random.chance(0.5) ? { style: random.pick(['trust', 'machine'] as const) ?? 'trust' } : {}),
    ...(random.chance(0.4) ? { box: anyBox(random) } : {}),
    lift: random.chance(0.7),
  });
};

const anyBox = (random: Random): Box => ({
  x: random.between(-400, 800),
  y: random.between(-400, 800),
  width: random.between(40, 900),
  height: random.between(40, 700),
});

/** A small file that comes in beside what is there, or again. */
const importModel: Maker = (random, peer) => {
  const model = buildModel({
    elements: [
      { id: 'file-boundary', kind: 'boundary', importedFrom: 'file:b' },
      { id: 'file-process', parent: 'file-boundary', label: word(random), importedFrom: 'file:p' },
    ],
    flows: [{ id: 'file-flow-0001', source: 'file-process', target: 'file-boundary', importedFrom: 'file:f' }],
  });
  const mode = random.chance(0.6) ? 'merge' : 'add';
  peer.commands.importModel({ model, mode, ...(random.chance(0.3) ? { diagram: anyDiagram(random, peer) } : {}) });
};

const decide: Maker = (random, peer) => {
  const threats = [threatId(anyRule(random), [anySubject(random, peer)])];
  if (random.chance(0.6)) peer.commands.decide({ threats, state: random.pick(THREAT_STATES) ?? 'open' });
  else {
    const fields = { why: random.chance(0.7) ? word(random) : null, impact: random.between(1, 5) };
    peer.commands.decide({ threats, fields });
  }
};

/** By name. Where the name is not the verb's, it is a special case of one. */
export const DRAWING_MAKERS = {
  create: create(false),
  createInside: create(true),
  createBoundary: (random, peer) => create(random.chance(0.7), 'boundary')(random, peer),
  drawAround,
  connect: (random, peer) => {
    peer.commands.connect({ source: anyElement(random, peer), target: anyElement(random, peer), label: word(random) });
  },
  createConnected: (random, peer) => {
    const at = { parent: anyBoundary(random, peer), x: place(random), y: place(random) };
    const source = anyElement(random, peer);
    peer.commands.createConnected({ source, kind: 'store', type: 'x', at, flow: { order: '1' } });
  },
  label: (random, peer) => {
    const which = random.chance(0.8) ? 'label' : 'returnLabel';
    peer.commands.label({ id: anySubject(random, peer), text: word(random), which });
  },
  setProperty: (random, peer) => {
    peer.commands.setProperty({
      ids: [anySubject(random, peer)],
      name: random.pick(['encryption', 'exposed', '__proto__']) ?? 'x',
      value: random.chance(0.8) ? value(random) : null,
      ...(random.chance(0.2) ? { evidence: { source: 'observed', text: 'manifest' } as const } : {}),
    });
  },
  setType: (random, peer) => {
    const kind = random.pick(['process', 'store', 'boundary', 'note'] as const);
    peer.commands.setType({
      id: anyElement(random, peer),
      type: word(random),
      ...(kind !== undefined && random.chance(0.5) ? { kind } : {}),
    });
  },
  move: (random, peer) => {
    peer.commands.move({ ids: someElements(random, peer), dx: random.between(-20, 20), dy: random.between(-20, 20) });
  },
  drop,
  join: (random, peer) => {
    const boundary = anyBoundary(random, peer) ?? elementId('nowhere');
    peer.commands.join({ ids: [anyElement(random, peer)], boundary });
  },
  leave: (random, peer) => {
    const member = random.pick(modelOf(peer).elements.filter(({ memberOf }) => memberOf.length > 0));
    if (member?.memberOf[0] !== undefined) peer.commands.leave({ ids: [member.id], boundary: member.memberOf[0] });
  },
  resize: (random, peer) => {
    const box = { x: place(random), y: place(random), width: random.between(1, 800), height: random.between(1, 800) };
    peer.commands.resize({ id: anyElement(random, peer), box });
  },
  delete: (random, peer) => {
    peer.commands.delete({ ids: [anySubject(random, peer)] });
  },
  deleteLift: (random, peer) => {
    peer.commands.delete({ ids: [anyBoundary(random, peer) ?? anyElement(random, peer)], children: 'lift' });
  },
  restore,
  flow: (random, peer) => {
    peer.commands.flow({
      id: anyFlow(random, peer),
      order: random.pick(['1', '*', '3a', '']) ?? '',
      direction: random.chance(0.5) ? 'one' : 'two',
      reverse: random.chance(0.4),
    });
  },
  route: (random, peer) => {
    const points = random.chance(0.7) ? [{ x: place(random), y: place(random) }] : null;
    const labelPlace = { along: random.between(0, 1000), dx: 1, dy: -4 };
    peer.commands.route({ id: anyFlow(random, peer), points, labelPlace, ports: ['top', null] });
  },
  reconnect: (random, peer) => {
    const end = random.chance(0.5) ? 'source' : 'target';
    peer.commands.reconnect({ id: anyFlow(random, peer), end, element: anyElement(random, peer) });
  },
  scope: (random, peer) => {
    peer.commands.scope({ ids: [anySubject(random, peer)], reason: random.chance(0.6) ? word(random) : null });
  },
  decide,
  notes: (random, peer) => {
    peer.commands.notes({ id: anySubject(random, peer), text: `${word(random)} ${word(random)}` });
  },
  arrange: (random, peer) => {
    const at = (): { x: number; y: number } => ({ x: place(random), y: place(random) });
    peer.commands.arrange({ positions: new Map(someElements(random, peer).map((id) => [id, at()])) });
  },
  reorder: (random, peer) => {
    const to = random.pick(['front', 'back', 'forward', 'backward'] as const) ?? 'front';
    peer.commands.reorder({ ids: [anySubject(random, peer)], to });
  },
  collapse: (random, peer) => {
    const boundary = anyBoundary(random, peer);
    if (boundary !== null) peer.commands.collapse({ ids: [boundary], on: random.chance(0.6) });
  },
  lock: (random, peer) => {
    peer.commands.lock({ ids: [anyElement(random, peer)], on: random.chance(0.3) });
  },
  wrap: (random, peer) => {
    peer.commands.wrap({ ids: someElements(random, peer), type: word(random) });
  },
  dissolve: (random, peer) => {
    const boundary = random.pick(modelOf(peer).elements.filter((element) => isClosedBoundary(element)));
    if (boundary !== undefined) peer.commands.dissolve({ boundary: boundary.id });
  },
  reshape,
  cut,
  paste,
  duplicate: (random, peer) => {
    const withDecisions = random.chance(0.5);
    peer.commands.duplicate({ ids: [anyElement(random, peer)], dx: 20, dy: 20, withDecisions });
  },
  importModel,
  importFirst: (_, peer) => {
    // Refused: scripts begin with content.
    peer.commands.importFirst(buildModel({ elements: [{ id: 'first' }] }));
  },
  addDiagram: (random, peer) => {
    if (modelOf(peer).diagrams.length > 3) return;
    const details = random.chance(0.3) ? { details: anyElement(random, peer) } : {};
    peer.commands.addDiagram({ title: word(random), ...details });
  },
  renameDiagram: (random, peer) => {
    const diagram = anyDiagram(random, peer);
    if (diagram !== null) peer.commands.renameDiagram({ diagram, title: word(random) });
  },
  moveDiagram: (random, peer) => {
    const diagram = anyDiagram(random, peer);
    if (diagram !== null) peer.commands.moveDiagram({ diagram, before: anyDiagram(random, peer) });
  },
  deleteDiagram: (random, peer) => {
    const diagram = anyDiagram(random, peer);
    const along = random.chance(0.4) ? { with: 'elements' as const } : {};
    if (diagram !== null) peer.commands.deleteDiagram({ diagram, ...along });
  },
  show: (random, peer) => {
    const diagram = anyDiagram(random, peer);
    peer.commands.show({ element: anyElement(random, peer), diagram, x: place(random), y: place(random) });
  },
  moveToDiagram: (random, peer) => {
    peer.commands.moveToDiagram({ ids: [anyElement(random, peer)], diagram: anyDiagram(random, peer) });
  },
} as const satisfies Readonly<Record<string, Maker>>;
