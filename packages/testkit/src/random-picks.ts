/** What random gestures are about: things of the board picked by chance, and values, sensible or not. */

import {
  type Element,
  elementId,
  type FlowId,
  flowId,
  isClosedBoundary,
  type Model,
  type SubjectId,
} from '@strideboard/model';
import type { Peer } from './peers.ts';
import type { Random } from './random.ts';

/** One kind of random gesture. */
export type Maker = (random: Random, peer: Peer) => void;

/** What the peer sees. */
export const modelOf = (peer: Peer): Model => peer.document.model();
/** The id of one of the things, or one that nothing has. */
export const anyId = (random: Random, items: readonly { readonly id: string }[]): string =>
  random.pick(items)?.id ?? 'nobody';
/** An element, or an id that nothing has. */
export const anyElement = (random: Random, peer: Peer): Element['id'] =>
  elementId(anyId(random, modelOf(peer).elements));
/** A flow, or an id that nothing has. */
export const anyFlow = (random: Random, peer: Peer): FlowId => flowId(anyId(random, modelOf(peer).flows));
/** An element or a flow. */
export const anySubject = (random: Random, peer: Peer): SubjectId =>
  random.chance(0.7) ? anyElement(random, peer) : anyFlow(random, peer);
/** One element and perhaps more. */
export const someElements = (random: Random, peer: Peer): readonly Element['id'][] => [
  anyElement(random, peer),
  ...random.some(modelOf(peer).elements, 0.1).map(({ id }) => id),
];
/** A closed boundary, or `null`. */
export const anyBoundary = (random: Random, peer: Peer): Element['id'] | null =>
  random.pick(modelOf(peer).elements.filter(isClosedBoundary))?.id ?? null;
/** A diagram that is listed, or `null` for the first. */
export const anyDiagram = (random: Random, peer: Peer) => random.pick(modelOf(peer).diagrams)?.id ?? null;
/** A coordinate, px. */
export const place = (random: Random): number => random.between(-500, 500);
/** A word as people type it. */
export const word = (random: Random): string =>
  random.pick(['api', 'etcd', 'kubelet', '', 'ключ', '🔑', 'a'.repeat(300)]) ?? '';
/** A word that is not empty. */
export const title = (random: Random): string => word(random) || 'untitled';
/** The value of a property. */
export const value = (random: Random) => random.pick([true, false, 'tls', 'none', 3, ['a', 'b'], [] as string[]]) ?? 0;
/** A rule of no pack. */
export const anyRule = (random: Random): string => `WL-00${random.below(3)}`;
/** A threat: of a rule about something shown, or written by hand. */
export const anyThreat = (random: Random, peer: Peer): string => {
  const own = random.chance(0.3) ? random.pick(modelOf(peer).manual) : undefined;
  return own === undefined ? `${anyRule(random)}~${anySubject(random, peer)}` : `manual~${own.id}`;
};
/** A control of the room, or one of a pack. */
export const anyControl = (random: Random, peer: Peer): string =>
  random.chance(0.3) ? 'K22' : (random.pick(modelOf(peer).controls)?.id ?? 'K01');
