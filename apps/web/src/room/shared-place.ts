/**
 * What somebody looks at beside the drawing, as their presence says it in the field `mode` after the diagram: `|w:` and the flow while they
 * play the numbers, `|` with a place and the threat or record in it. A claim like all of presence.
 */
import type { DiagramId } from '@strideboard/model';
import type { LookedAt, Session } from '../session/session-store.ts';
import { diagramMode } from './peer-diagrams.ts';

/** What presence carries of it. */
export interface SharedPlace {
  /** Id of the flow that is shown while the numbers are played; `null` while they are not. */
  readonly step: string | null;
  readonly look: Pick<LookedAt, 'place' | 'id'> | null;
}

/** Longer texts are dropped by those who read presence. */
const MODE_LIMIT = 100;
const STEP = 'w:';
const PLACES: readonly LookedAt['place'][] = [
  'panel',
  'records',
  'register',
  'trees',
  'controls',
  'check',
  'vote',
  'gap',
  'parking',
];

/** What is told about a session: its own places, not those that came from the person it follows. What is too long to tell is left out. */
export function placeMode(
  diagram: DiagramId | null,
  { walking, walkStep, looksAt }: Pick<Session, 'walking' | 'walkStep' | 'looksAt'>,
): string {
  const parts = [diagramMode(diagram)];
  const add = (part: string): void => {
    if (parts.join('|').length + part.length < MODE_LIMIT) parts.push(part);
  };
  if (walking && walkStep?.mirrored === false) add(`${STEP}${walkStep.flow}`);
  if (looksAt?.mirrored === false && PLACES.includes(looksAt.place)) add(`${looksAt.place}:${looksAt.id}`);
  return parts.join('|');
}

/** What is told; parts that nobody knows are left out. */
export function readPlace(mode: string | null): SharedPlace {
  const [, ...parts] = (mode ?? '').split('|');
  const step = parts.find((part) => part.startsWith(STEP))?.slice(STEP.length) ?? '';
  const look = parts.flatMap((part): readonly Pick<LookedAt, 'place' | 'id'>[] => {
    const place = PLACES.find((known) => part.startsWith(`${known}:`));
    return place === undefined ? [] : [{ place, id: part.slice(place.length + 1) }];
  });
  return { step: step === '' ? null : step, look: look[0] ?? null };
}
