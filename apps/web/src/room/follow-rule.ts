/**
 * Who follows whom, without circles. Presence says for each person whose view they follow; whoever leads says their own name, which is no
 * following. Nobody begins to follow somebody who already looks at what they look at. Two who begin at the same moment cannot know of each
 * other: of a circle the person with the smallest id gives way, which everybody sees alike, so that exactly one of them leads.
 */
import type { Peer } from './peers.ts';

/** Whom each person follows, by principal; several when they have several windows. */
export type Follows = ReadonlyMap<string, ReadonlySet<string>>;

/** What presence says about following. */
type FollowSign = Pick<Peer, 'principal'> & { readonly presence: Pick<Peer['presence'], 'follow'> };

/** Reads it from what the others say. */
export function readFollows(peers: readonly FollowSign[]): Follows {
  const follows = new Map<string, Set<string>>();
  for (const { principal, presence } of peers) {
    const { follow } = presence;
    if (follow === null || follow === principal) continue;
    follows.set(principal, (follows.get(principal) ?? new Set()).add(follow));
  }
  return follows;
}

/** Whether somebody looks, directly or through others, at what `me` looks at. */
export const looksAt = (follows: Follows, who: string, me: string): boolean => reached(follows, who).has(me);

/** Whether I, who follow `target`, have to stop because the following goes in a circle and I am the one to give way. */
export function givesWay(follows: Follows, me: string, target: string): boolean {
  const ahead = reached(follows, target).add(target);
  if (!ahead.has(me)) return false;
  const circle = [...ahead].filter((who) => who === me || looksAt(follows, who, me));
  return circle.every((who) => me <= who);
}

/** Everybody whose view somebody sees by following, directly or through others. */
function reached(follows: Follows, from: string): Set<string> {
  const seen = new Set<string>();
  const next = [from];
  for (let who = next.pop(); who !== undefined; who = next.pop()) {
    for (const followed of follows.get(who) ?? []) {
      if (seen.has(followed)) continue;
      seen.add(followed);
      next.push(followed);
    }
  }
  return seen;
}
