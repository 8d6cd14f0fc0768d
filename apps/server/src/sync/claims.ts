// Whose a Yjs client id is. A forged one would destroy the next edit of its owner: Yjs knows structs by client id and clock alone.
//
// Three kinds of knowledge, strongest first. An author who claimed an id by writing under it keeps it for good. An id in somebody's presence is
// claimed while they are here and a while longer. An id that arrived within a sync has a presumed author only, and goes to the first who claims
// it: a sync may carry other people's work. Ids of ended epochs are closed, so that nothing of an undone past can come back under them.

import { type Author, LIMITS } from '@strideboard/wire';
import type { ClientClaim } from '../firewall/vet.ts';
import type { AuthorMark } from '../store/store.ts';
import type { Participant } from './participant.ts';

/** Claims of one room. */
export type Claims = {
  /** Whose an id is, as seen by a principal. */
  on(client: number, principal: string): ClientClaim;
  /** Client ids under which a principal may bring nothing new; of an import, only what somebody is using counts as somebody else's. */
  closedTo(
    principal: string,
    mode: 'update' | 'step2' | 'import',
  ): { readonly foreign: readonly number[]; readonly ended: readonly number[] };
  /** Grows whenever an answer of `on` may have changed. */
  readonly revision: number;
  /** Somebody shows an id in the own presence; false when it is not theirs. */
  claim(client: number, participant: Participant): boolean;
  /** Somebody left: what they only showed is held a while. */
  release(participant: Participant, now: number): void;
  /** Something new was applied under ids; `update` claims them, `step2` only presumes. */
  wrote(clients: readonly number[], by: { principal: string; mode: 'update' | 'step2' | 'import'; now: number }): void;
  /** What is to be stored about authors since the last call. */
  takeMarks(): readonly AuthorMark[];
  /** How many ids nobody has seen may come now. */
  free(): number;
  /** All authors, ordered by client id. */
  authors(): readonly Author[];
  expire(now: number): void;
};

type Shown = { readonly principal: string; holder: Participant | null; until: number };

const NOTE_EVERY_MS = 60_000;

/** Creates the claims of a room from what is stored. */
export function createClaims(
  stored: { readonly authors: readonly Author[]; readonly endedClients: ReadonlySet<number> },
  holdMs: number,
): Claims {
  const authors = new Map(stored.authors.map((author) => [author.client, author]));
  const shown = new Map<number, Shown>();
  const marks = new Map<number, AuthorMark>();
  let newcomers: number[] = [];
  let revision = 0;

  const ownerOf = (client: number): string | null => {
    const author = authors.get(client);
    return author?.claimed === true ? author.principal : (shown.get(client)?.principal ?? null);
  };

  const claims: Claims = {
    get revision() {
      return revision;
    },
    on(client, principal) {
      if (stored.endedClients.has(client)) return 'ended';
      const owner = ownerOf(client);
      return owner === null || owner === principal ? 'open' : 'foreign';
    },
    closedTo(principal, mode) {
      const used = [...shown].filter(([, claim]) => claim.principal !== principal).map(([client]) => client);
      const written = [...authors.keys()].filter((client) => claims.on(client, principal) === 'foreign');
      return { foreign: mode === 'import' ? used : [...used, ...written], ended: [...stored.endedClients] };
    },
    claim(client, participant) {
      const { principal } = participant;
      // An id of an ended epoch may still be shown: a page that has only just learned of the change is not writing.
      if (claims.on(client, principal) === 'foreign') return false;
      const isKnown = shown.has(client);
      if (isKnown || shown.size < LIMITS.clientClaimsPerRoom) {
        if (!isKnown) revision += 1;
        shown.set(client, { principal, holder: participant, until: Number.POSITIVE_INFINITY });
      }
      return true;
    },
    release(participant, now) {
      for (const claim of shown.values()) {
        if (claim.holder !== participant) continue;
        claim.holder = null;
        claim.until = now + holdMs;
      }
    },
    wrote(clients, { principal, mode, now }) {
      for (const client of clients) {
        const known = authors.get(client);
        const claimed = mode === 'update' || shown.get(client)?.principal === principal;
        const isTakenOver = known?.claimed === false && claimed;
        if (known !== undefined && !isTakenOver) {
          if (known.principal !== principal || now - known.lastAt < NOTE_EVERY_MS) continue;
          authors.set(client, { ...known, lastAt: now });
          marks.set(client, { client, principal, claimed: known.claimed });
          continue;
        }
        revision += 1;
        if (known === undefined) newcomers.push(now + holdMs);
        authors.set(client, { client, principal, claimed, firstAt: known?.firstAt ?? now, lastAt: now });
        marks.set(client, { client, principal, claimed });
      }
    },
    takeMarks() {
      const taken = [...marks.values()];
      marks.clear();
      return taken;
    },
    free() {
      return Math.max(0, LIMITS.clientClaimsPerRoom - newcomers.length);
    },
    authors() {
      return [...authors.values()].sort((a, b) => a.client - b.client);
    },
    expire(now) {
      for (const [client, claim] of shown) if (claim.holder === null && claim.until <= now) shown.delete(client);
      if (newcomers.length > 0) newcomers = newcomers.filter((until) => until > now);
    },
  };
  return claims;
}
