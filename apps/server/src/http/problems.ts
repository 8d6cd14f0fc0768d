// Error answers: `application/problem+json` with a stable code and a sentence that says what to do.

import { CLOSE, CLOSE_REASON, PROBLEM, type Problem, type ProblemCode } from '@strideboard/wire';
import type { FastifyReply } from 'fastify';
import type { OpenProblem } from '../sync/rooms.ts';

const ANSWERS: Readonly<
  Record<ProblemCode, { readonly status: number; readonly title: string; readonly detail: string }>
> = {
  'invalid-request': { status: 400, title: 'Invalid request', detail: 'The request is not what this address takes.' },
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing at this address.' },
  'link-refused': {
    status: 403,
    title: 'Link refused',
    detail: 'This link is not valid, or not any more. Ask the person who gave it to you for a new one.',
  },
  unauthorized: { status: 401, title: 'Not signed in', detail: 'Open the board with its link and try again.' },
  forbidden: { status: 403, title: 'Not allowed', detail: 'Only a facilitator of this board may do this.' },
  'foreign-origin': {
    status: 403,
    title: 'Foreign origin',
    detail: 'Requests from pages of other sites are not taken. An operator can list an origin in STRIDEBOARD_ORIGINS.',
  },
  'unknown-host': {
    status: 421,
    title: 'Unknown host name',
    detail:
      'This server does not know the name in the address bar. Use its IP address, or start it with STRIDEBOARD_PUBLIC_URL set to this address.',
  },
  'last-facilitate-link': {
    status: 409,
    title: 'Last facilitator link',
    detail: 'Without this link nobody could manage the board. Create another facilitator link first.',
  },
  'operator-only': {
    status: 403,
    title: 'Operator only',
    detail: 'Only the operator of this server may create boards.',
  },
  'too-many-requests': { status: 429, title: 'Too many requests', detail: 'Wait a minute and try again.' },
  'too-large': { status: 413, title: 'Too large', detail: 'The body is bigger than this address takes.' },
  'update-refused': {
    status: 422,
    title: 'Update refused',
    detail: 'The server did not take these changes; nothing of them was stored.',
  },
  'resync-needed': {
    status: 409,
    title: 'Something is missing',
    detail: 'The changes build on something the server does not have. Send everything beyond the given state vector.',
  },
  'board-changed': {
    status: 409,
    title: 'The board has changed',
    detail: 'Somebody stored something since the document was built. Build it again from the present board.',
  },
  'epoch-changed': {
    status: 409,
    title: 'The board was replaced',
    detail: 'A version was restored or the board was rebuilt. Open the board anew with its link.',
  },
  'participant-removed': {
    status: 403,
    title: 'Removed from the board',
    detail: 'A facilitator removed you from this board. Ask to be let in again.',
  },
  'too-many-versions': {
    status: 409,
    title: 'Too many named versions',
    detail: 'This board has as many named versions as it may have.',
  },
  'store-unavailable': {
    status: 503,
    title: 'Nothing can be saved now',
    detail: 'The server cannot write to its disk. Its operator should check the space left in the data folder.',
  },
  overloaded: {
    status: 503,
    title: 'Too much to do',
    detail:
      'The server has more boards open than it can hold, or a board takes too long to load. Try again in a moment.',
  },
  internal: { status: 500, title: 'Something went wrong', detail: 'The server has logged what happened. Try again.' },
};

/** What an error answer may say beyond its code; `detail` and `status` replace the usual ones. */
export type ProblemExtra = Partial<Omit<Problem, 'type' | 'title' | 'code'>>;

/** Sends an error; a text replaces the usual sentence. */
export function sendProblem(reply: FastifyReply, code: ProblemCode, extra: string | ProblemExtra = {}): FastifyReply {
  const more = typeof extra === 'string' ? { detail: extra } : extra;
  const body: Problem = { type: 'about:blank', code, ...ANSWERS[code], ...more };
  return reply.code(body.status).type('application/problem+json').send(body);
}

/** Answers that a room could not be opened. */
export function sendOpenProblem(reply: FastifyReply, problem: OpenProblem): FastifyReply {
  switch (problem) {
    case 'gone':
      return sendProblem(reply, PROBLEM.notFound, { closeCode: CLOSE.roomGone, reason: CLOSE_REASON.roomDeleted });
    case 'failed':
      return sendProblem(reply, PROBLEM.storeUnavailable);
    case 'timeout':
    case 'full':
      return sendProblem(reply.header('retry-after', '5'), PROBLEM.overloaded);
  }
}

/** The code for an error that Fastify or a handler threw. */
export function problemOf(error: unknown): { readonly code: ProblemCode; readonly detail?: string } {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 404) return { code: PROBLEM.notFound };
  if (status === 413) return { code: PROBLEM.tooLarge };
  if (typeof status === 'number' && status >= 400 && status < 500 && error instanceof Error) {
    return { code: PROBLEM.invalidRequest, detail: `${error.message}.` };
  }
  return { code: PROBLEM.internal };
}
