/** One random gesture of one peer, sensible or not. */

import {
  ELEMENT_KINDS,
  type Element,
  elementId,
  flowId,
  isClosedBoundary,
  type SubjectId,
  THREAT_STATES,
  threatId,
} from '@strideboard/model';
import * as Y from 'yjs';
import type { Peer } from './peers.ts';
import type { Random } from './random.ts';

/** The gestures a script may contain; `notes` and people are never undone, so scripts that count undo steps leave them out. */
export const GESTURES = [
  'create',
  'create',
  'createInside',
  'createInside',
  'createBoundary',
  'connect',
  'connect',
  'createConnected',
  'label',
  'setProperty',
  'setProperty',
  'setType',
  'move',
  'move',
  'drop',
  'drop',
  'drop',
  'join',
  'join',
  'leave',
  'resize',
  'delete',
  'deleteLift',
  'restore',
  'restore',
  'flow',
  'route',
  'reconnect',
  'scope',
  'decide',
  'decide',
  'notes',
  'rename',
] as const;
/** One of {@link GESTURES}. */
export type GestureName = (typeof GESTURES)[number];

/** Above this many elements scripts delete more than they create. */
const CROWD = 24;

/** Lets the peer make one random gesture; gives its name, and the command's result. */
export function randomGesture(random: Random, peer: Peer, among: readonly GestureName[] = GESTURES): GestureName {
  peer.document.flush();
  const wanted = random.pick(among) ?? 'create';
  const isCrowded = peer.document.model().elements.length > CROWD;
  const name = isCrowded && wanted.startsWith('create') && among.includes('delete') ? 'delete' : wanted;
  MAKERS[name](random, peer);
  return name;
}

/** Gives a new board some boundaries, elements and flows to work on. */
export function populate(random: Random, peer: Peer, gestures = 14): void {
  const among: readonly GestureName[] = [
    'createBoundary',
    'createBoundary',
    'createInside',
    'createInside',
    'connect',
    'join',
    'decide',
  ];
  for (let at = 0; at < gestures; at++) randomGesture(random, peer, among);
}

type Maker = (random: Random, peer: Peer) => void;

const elementsOf = (peer: Peer): readonly Element[] => peer.document.model().elements;
const anyElement = (random: Random, peer: Peer): Element['id'] =>
  random.pick(elementsOf(peer))?.id ?? elementId('nobody');
const anyFlow = (random: Random, peer: Peer) => random.pick(peer.document.model().flows)?.id ?? flowId('nothing');
const anySubject = (random: Random, peer: Peer): SubjectId =>
  random.chance(0.7) ? anyElement(random, peer) : anyFlow(random, peer);
const someElements = (random: Random, peer: Peer): readonly Element['id'][] => [
  anyElement(random, peer),
  ...random.some(elementsOf(peer), 0.1).map(({ id }) => id),
];
const anyBoundary = (random: Random, peer: Peer): Element['id'] | null =>
  random.pick(elementsOf(peer).filter(isClosedBoundary))?.id ?? null;
const place = (random: Random): number => random.between(-500, 500);
const word = (random: Random): string =>
  random.pick(['api', 'etcd', 'kubelet', '', 'ключ', '🔑', 'a'.repeat(300)]) ?? '';
const value = (random: Random) => random.pick([true, false, 'tls', 'none', 3, ['a', 'b'], [] as string[]]) ?? 0;

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
    });
  };

const MAKERS: Readonly<Record<GestureName, Maker>> = {
  create: create(false),
  createInside: create(true),
  createBoundary: (random, peer) => create(random.chance(0.7), 'boundary')(random, peer),
  connect: (random, peer) => {
    peer.commands.connect({ source: anyElement(random, peer), target: anyElement(random, peer), label: word(random) });
  },
  createConnected: (random, peer) => {
    const at = { parent: anyBoundary(random, peer), x: place(random), y: place(random) };
    peer.commands.createConnected({
      source: anyElement(random, peer),
      kind: 'store',
      type: 'x',
      at,
      flow: { order: '1' },
    });
  },
  label: (random, peer) => {
    const which = random.chance(0.8) ? 'label' : 'returnLabel';
    peer.commands.label({ id: anySubject(random, peer), text: word(random), which });
  },
  setProperty: (random, peer) => {
    const name = random.pick(['encryption', 'exposed', '__proto__']) ?? 'x';
    const ids = [anySubject(random, peer)];
    const evidence = { source: 'observed', text: 'manifest' } as const;
    peer.commands.setProperty({
      ids,
      name,
      value: random.chance(0.8) ? value(random) : null,
      ...(random.chance(0.2) ? { evidence } : {}),
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
  drop: (random, peer) => {
    const ids = someElements(random, peer);
    const positions = new Map(ids.map((id) => [id, { x: place(random), y: place(random) }]));
    const boundary = anyBoundary(random, peer);
    const parent = random.chance(0.7) ? boundary : null;
    const other = anyBoundary(random, peer);
    const joining = other !== null && random.chance(0.2) ? { join: [other] } : {};
    peer.commands.drop({ ids, parent, positions, ...joining });
  },
  join: (random, peer) => {
    peer.commands.join({
      ids: [anyElement(random, peer)],
      boundary: anyBoundary(random, peer) ?? elementId('nowhere'),
    });
  },
  leave: (random, peer) => {
    const member = random.pick(elementsOf(peer).filter(({ memberOf }) => memberOf.length > 0));
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
  restore: (random, peer) => {
    const root = random.chance(0.7) ? 'nodes' : 'edges';
    const dead = [...peer.doc.getMap<unknown>(root).entries()].filter(
      ([, map]) => map instanceof Y.Map && map.get('del') != null,
    );
    const id = random.pick(dead.map(([key]) => key).sort());
    if (id !== undefined) peer.commands.restore({ ids: [root === 'nodes' ? elementId(id) : flowId(id)] });
  },
  flow: (random, peer) => {
    const direction = random.chance(0.5) ? 'one' : 'two';
    peer.commands.flow({
      id: anyFlow(random, peer),
      order: random.pick(['1', '*', '3a', '']) ?? '',
      direction,
      reverse: random.chance(0.4),
    });
  },
  route: (random, peer) => {
    const points = random.chance(0.7) ? [{ x: place(random), y: place(random) }] : null;
    peer.commands.route({
      id: anyFlow(random, peer),
      points,
      labelPlace: { along: random.between(0, 1000), dx: 1, dy: -4 },
      ports: ['top', null],
    });
  },
  reconnect: (random, peer) => {
    const end = random.chance(0.5) ? 'source' : 'target';
    peer.commands.reconnect({ id: anyFlow(random, peer), end, element: anyElement(random, peer) });
  },
  scope: (random, peer) => {
    peer.commands.scope({ ids: [anySubject(random, peer)], reason: random.chance(0.6) ? word(random) : null });
  },
  decide: (random, peer) => {
    const threats = [threatId(`WL-00${random.below(3)}`, [anySubject(random, peer)])];
    if (random.chance(0.6)) peer.commands.decide({ threats, state: random.pick(THREAT_STATES) ?? 'open' });
    else
      peer.commands.decide({
        threats,
        fields: { why: random.chance(0.7) ? word(random) : null, impact: random.between(1, 5) },
      });
  },
  notes: (random, peer) => {
    peer.commands.notes({ id: anySubject(random, peer), text: `${word(random)} ${word(random)}` });
  },
  rename: (random, peer) => {
    peer.commands.rename(word(random));
  },
};
