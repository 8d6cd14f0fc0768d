// What a closed socket means: the table of close codes as one pure function.

import { CLOSE, CLOSE_REASON } from '@strideboard/wire';
import type { ConnectionProblemCode } from './contract.ts';
import type { RetryWait } from './retry-delay.ts';
import type { SocketClose } from './socket-close.ts';

/** What to do after a close: try again after a kind of wait, exchange the link again, or stop. */
export type CloseVerdict =
  | { readonly kind: 'retry'; readonly wait: RetryWait; readonly code: ConnectionProblemCode }
  | { readonly kind: 'exchange' }
  | { readonly kind: 'stop'; readonly code: ConnectionProblemCode };

/** Judges a close. Unknown codes from 4400 to 4499 stop, because the server decided; every other unknown code is transient. */
export function judgeClose({ code, reason }: SocketClose): CloseVerdict {
  switch (code) {
    case CLOSE.unauthorized:
      return { kind: 'exchange' };
    case CLOSE.forbidden:
      return stop(reason === CLOSE_REASON.writeNotAllowed ? 'write-refused' : 'link-revoked');
    case CLOSE.roomGone:
      return stop('room-missing');
    case CLOSE.epochChanged:
      return stop('epoch-changed');
    case CLOSE.roomFull:
      return stop('quota');
    case CLOSE.refused:
      return stop('content-refused');
    case CLOSE.locked:
      return stop('locked');
    case CLOSE.frameTooBig:
      return stop('too-large');
    case CLOSE.malformed:
    case CLOSE.protocolError:
    case CLOSE.invalidData:
      return stop('protocol');
    case CLOSE.rateLimited:
      return { kind: 'retry', wait: 'rate', code: 'rate' };
    case CLOSE.restart:
      return { kind: 'retry', wait: 'restart', code: 'server-unreachable' };
    case CLOSE.overloaded:
      return { kind: 'retry', wait: 'backoff', code: 'server-full' };
    default:
      return code >= 4400 && code < 4500
        ? stop('protocol')
        : { kind: 'retry', wait: 'backoff', code: 'server-unreachable' };
  }
}

/**
 * Whether the server refused what this document holds. Yjs cannot take an operation back, so the document, and every local copy of it,
 * would be refused again for ever. A full board is another matter: it can be given more room, and what waits is stored then.
 */
export function isRefusedContent(code: ConnectionProblemCode): boolean {
  return REFUSED_CONTENT.includes(code);
}

const REFUSED_CONTENT: readonly ConnectionProblemCode[] = Object.freeze([
  'write-refused',
  'locked',
  'content-refused',
  'too-large',
]);

function stop(code: ConnectionProblemCode): CloseVerdict {
  return { kind: 'stop', code };
}
