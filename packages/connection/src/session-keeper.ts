// Holds the session of a link, in memory only, and exchanges the link again when the token has little life left.

import type { BoardLink, Session } from '@strideboard/wire';
import type { Api } from './api.ts';
import type { ApiResult } from './http-call.ts';
import type { PersonMemory } from './person-memory.ts';

/** The session of one link. */
export interface SessionKeeper {
  /** A session whose token is good for a while; exchanges the link when needed, always when `renew` is set. */
  fresh(renew: boolean): Promise<ApiResult<Session>>;
  /** The server did not accept the token: the next `fresh` exchanges. */
  drop(): void;
  /** What to add to the local clock (ms) to get the server's; 0 before the first exchange. */
  serverOffsetMs(): number;
  dispose(): void;
}

/** Keeps the session of `link`; the person's proof is taken from and given to `memory`. A token with less life than `reserveMs` is renewed. */
export function createSessionKeeper(options: {
  readonly api: Api;
  readonly roomId: string;
  readonly link: Pick<BoardLink, 'linkId' | 'secret'>;
  readonly memory: PersonMemory;
  readonly now: () => number;
  readonly reserveMs: number;
}): SessionKeeper {
  const { api, roomId, memory, now, reserveMs } = options;
  const link = { linkId: options.link.linkId, secret: options.link.secret }; // a whole board link may have been given
  const abort = new AbortController();
  let session: Session | null = null;
  let endsAtMs = 0; // by the local clock, which may be years off the server's
  let offsetMs = 0;
  let running: Promise<ApiResult<Session>> | null = null;

  async function exchange(): Promise<ApiResult<Session>> {
    const proof = memory.board(roomId)?.principalProof ?? null;
    const sentMs = now();
    const result = await api.exchange(
      { roomId, ...link, ...(proof === null ? {} : { principalProof: proof }) },
      abort.signal,
    );
    if (abort.signal.aborted || !result.ok) return result;
    const receivedMs = now();
    session = result.value;
    offsetMs = session.serverTime - Math.round((sentMs + receivedMs) / 2);
    endsAtMs = receivedMs + (session.expiresAt - session.serverTime);
    const { role, epoch, principalProof } = session;
    memory.remember(roomId, { link, role, epoch, principalProof, lastOpened: receivedMs });
    return result;
  }

  return {
    fresh: async (renew) => {
      if (session !== null && !renew && now() < endsAtMs - reserveMs) return { ok: true, value: session };
      running ??= exchange().finally(() => {
        running = null;
      });
      return running;
    },
    drop: () => {
      session = null;
    },
    serverOffsetMs: () => offsetMs,
    dispose: () => abort.abort(),
  };
}
