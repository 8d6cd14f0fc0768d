// A write for a request: reaches the disk, or is answered with 503 and makes the server watch its store.

import { PROBLEM } from '@strideboard/wire';
import type { FastifyReply } from 'fastify';
import type { HttpContext } from './context.ts';
import { sendProblem } from './problems.ts';

/** Result of a write; on failure the refusal was sent already. */
type Written<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Waits for a write of `what` (a word for the log). */
export async function written<T>(
  { health, logger }: Pick<HttpContext, 'health' | 'logger'>,
  reply: FastifyReply,
  what: string,
  write: Promise<T>,
): Promise<Written<T>> {
  try {
    const value = await write;
    health.succeeded();
    return { ok: true, value };
  } catch (error) {
    logger.error({ err: error, what }, 'a write failed');
    health.failed();
    sendProblem(reply, PROBLEM.storeUnavailable);
    return { ok: false };
  }
}
