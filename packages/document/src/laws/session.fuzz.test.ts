import {
  atomicGestures,
  boundedGrowth,
  convergence,
  describeSession,
  minimise,
  playSession,
  type Session,
  seedBatches,
  type SessionWatcher,
  undoIsMineOnly,
  unknownSurvives,
  views,
  withRepeat,
  writeSession,
} from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

/** Laws 1, 2, 3, 4, 9, 13 and 14 of the document, all watching one session. */
const laws = (): readonly SessionWatcher[] => [
  atomicGestures(),
  boundedGrowth(),
  undoIsMineOnly(),
  views(),
  convergence(),
  unknownSurvives(),
];

/** Why a session fails, or `null`. */
function failureOf(session: Session): unknown {
  try {
    playSession(session, laws());
    return null;
  } catch (failure) {
    return failure;
  }
}

const lawOf = (failure: unknown): string => /law \d+|^/u.exec(String(failure))?.[0] ?? '';

/** The same failure with the shortest script found that gives it. */
function explained(session: Session, failure: unknown): Error {
  const shortest = minimise(session, (shorter) => {
    const other = failureOf(shorter);
    return other !== null && lawOf(other) === lawOf(failure);
  });
  const again = failureOf(shortest) ?? failure;
  const error = withRepeat('session', session.seed, again);
  error.message += `\nShortest script, ${shortest.steps.length} of ${session.steps.length} steps:\n${describeSession(shortest)}`;
  return error;
}

describe('a session of three people', () => {
  it.each(seedBatches())('keeps laws 1, 2, 3, 4, 9, 13 and 14 (seeds %s)', (_, seeds) => {
    for (const seed of seeds) {
      const session = writeSession(seed);
      const failure = failureOf(session);
      if (failure !== null) throw explained(session, failure);
    }
    expect(seeds.length).toBeGreaterThan(0);
  });
});
