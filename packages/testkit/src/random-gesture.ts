/** One random gesture of one peer, sensible or not. */

import { DRAWING_MAKERS } from './drawing-gestures.ts';
import type { Peer } from './peers.ts';
import type { Random } from './random.ts';
import type { Maker } from './random-picks.ts';
import { REGISTER_MAKERS, WORKSHOP_MAKERS } from './register-gestures.ts';

/** By name. Every verb of a peer has a gesture of its name, or this does not compile. */
const MAKERS = { ...DRAWING_MAKERS, ...REGISTER_MAKERS, ...WORKSHOP_MAKERS } as const satisfies Readonly<
  Record<keyof Peer['commands'], Maker>
>;

/** A kind of random gesture. */
export type GestureName = keyof typeof MAKERS;

const DRAWING = Object.keys(DRAWING_MAKERS) as (keyof typeof DRAWING_MAKERS)[]; // the keys of that very object
const REGISTER = Object.keys(REGISTER_MAKERS) as (keyof typeof REGISTER_MAKERS)[]; // as above
const WORKSHOP = Object.keys(WORKSHOP_MAKERS) as (keyof typeof WORKSHOP_MAKERS)[]; // as above

/** What structure is made of comes more often: conflicts between these are the interesting ones. */
const OFTEN = [
  'create',
  'createInside',
  'createInside',
  'connect',
  'connect',
  'move',
  'drop',
  'drop',
  'drop',
  'join',
  'restore',
  'decide',
  'drawAround',
] as const satisfies readonly GestureName[];

/** Gestures on the drawing, by how often they come. */
export const DRAWING_GESTURES: readonly GestureName[] = [...OFTEN, ...DRAWING];
/** Every gesture there is. */
export const GESTURES: readonly GestureName[] = [...OFTEN, ...DRAWING, ...REGISTER, ...WORKSHOP];
/** Gestures around threats, records, trees, comments and the workshop, with some drawing. */
export const REGISTER_GESTURES: readonly GestureName[] = [
  'create',
  'connect',
  'delete',
  'restore',
  'decide',
  ...REGISTER,
  ...WORKSHOP,
];

const UNDOABLE_IN_WORKSHOPS: ReadonlySet<GestureName> = new Set<GestureName>([
  'markCard',
  'gatherCards',
  'releaseCard',
  'promoteCards',
  'joinCards',
  'parkCards',
  'settleCard',
]);
/** Verbs that history never takes back. */
const NEVER_UNDONE: ReadonlySet<GestureName> = new Set<GestureName>([
  'notes',
  'joinPeople',
  'setSettings',
  'importFirst',
  'comment',
  'editComment',
  'withdrawComment',
  'resolve',
  ...WORKSHOP.filter((name) => !UNDOABLE_IN_WORKSHOPS.has(name)),
]);
/** What undo takes back whole. */
export const UNDOABLE_GESTURES: readonly GestureName[] = GESTURES.filter((name) => !NEVER_UNDONE.has(name));

/** What makes more elements. */
const MAKES_MORE: ReadonlySet<GestureName> = new Set<GestureName>([
  'create',
  'createInside',
  'createBoundary',
  'createConnected',
  'drawAround',
  'wrap',
  'duplicate',
  'show',
  'importModel',
]);
/** Above this many elements scripts delete more than they create. */
const CROWD = 24;

/** Lets the peer make one random gesture; gives its name. */
export function randomGesture(random: Random, peer: Peer, among: readonly GestureName[] = GESTURES): GestureName {
  peer.document.flush();
  const wanted = random.pick(among) ?? 'create';
  const isCrowded = peer.document.model().elements.length > CROWD;
  const name = isCrowded && MAKES_MORE.has(wanted) && among.includes('delete') ? 'delete' : wanted;
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
