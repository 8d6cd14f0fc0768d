/** Where the work of each phase is done: the doors that the bar and the checklist open. */
import type { Role } from '@strideboard/wire';
import type { PhaseId } from '../room/workshop/phases.ts';
import type { ReviewPlace, SessionStore } from '../session/session-store.ts';

/** A door, by what is behind it. */
export type Door =
  | 'share'
  | 'records'
  | 'questions'
  | 'walk'
  | 'cards'
  | 'revealed'
  | 'gap'
  | 'vote'
  | 'register'
  | 'check'
  | 'parking'
  | 'export';

const OF_PHASE: Readonly<Record<PhaseId, readonly Door[]>> = {
  prepare: ['share', 'records'],
  scope: ['records'],
  draw: ['walk', 'questions'],
  silent: ['cards'],
  reveal: ['revealed', 'gap'],
  vote: ['vote'],
  decide: ['register', 'records'],
  review: ['check', 'parking', 'export'],
};

/** Doors that are not for everybody: links are made by facilitators, cards written by all but those who watch. */
const FOR: Readonly<Partial<Record<Door, readonly Role[]>>> = {
  share: ['facilitate'],
  cards: ['comment', 'edit', 'facilitate'],
};

/** The doors of a phase for somebody with this role, the main one first. */
export const doorsOf = (phase: PhaseId, role: Role | null): readonly Door[] =>
  OF_PHASE[phase].filter((door) => FOR[door] === undefined || (role !== null && FOR[door].includes(role)));

/** Places of the review by door. */
const PLACE_OF: Readonly<Partial<Record<Door, ReviewPlace>>> = {
  records: 'records',
  cards: 'cards',
  revealed: 'cards',
  gap: 'gap',
  vote: 'vote',
  register: 'register',
  check: 'check',
  parking: 'parking',
};

/** Opens a door: only ever because somebody asked for it, so that nothing moves under a person who types. */
export function openDoor(session: SessionStore, door: Door): void {
  const place = PLACE_OF[door];
  const now = session.getState();
  if (place !== undefined) now.showReview(place);
  else if (door === 'questions') now.showTab('questions');
  else if (door === 'walk') now.setWalking(true);
  else if (door === 'share' || door === 'export') now.openDialog(door);
}
