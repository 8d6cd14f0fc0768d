import {
  createPeers,
  createRandom,
  everyVerb,
  forSeeds,
  type Peer,
  randomGesture,
  seedBatches,
} from '@strideboard/testkit';
import { LIMITS, mayWriteKey, ROLES, type Role } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { vet } from '../firewall/vet.ts';

const limits = {
  structs: LIMITS.structsPerMessage,
  deleteRanges: LIMITS.deleteRangesPerMessage,
  typeDepth: LIMITS.typeDepth,
  valueBytes: LIMITS.valueBytes,
  bytesLeft: LIMITS.roomBytes,
  structsLeft: LIMITS.roomStructs,
  newClients: LIMITS.clientClaimsPerRoom,
};

/** What the server says to an update of somebody with this role. */
const verdictOn = (doc: Y.Doc, update: Uint8Array, { role, principal }: { role: Role; principal: string }) =>
  vet(doc, update, {
    writer: { role, principal, isFrozen: () => false },
    limits,
    mode: 'update',
    claimOn: () => 'open',
  });

interface Sent {
  readonly verb: string;
  readonly update: Uint8Array;
  /** Root and top-level key of everything it writes. */
  readonly keys: readonly { readonly root: string; readonly key: string }[];
}

/** Lets a client that thinks it may do anything make gestures, and gives what leaves it. */
function forge(peer: Peer, act: () => void): readonly Sent[] {
  const sent: Sent[] = [];
  const from = peer.updates.length;
  const keys: Sent['keys'][number][][] = [];
  const names: string[] = [];
  const stop = peer.history.log.subscribe(({ name, creations, writes }) => {
    names.push(name.command);
    keys.push([
      ...writes.map(({ root, id, key }) => ({ root, key: id ?? key })),
      ...creations.flatMap(({ root, id, notes }) => [
        { root, key: id },
        ...(notes === null ? [] : [{ root: 'text', key: `${id}|notes` }]),
      ]),
    ]);
  });
  act();
  stop();
  for (const [at, update] of peer.updates.slice(from).entries())
    sent.push({ verb: names[at] ?? '', update, keys: keys[at] ?? [] });
  return sent;
}

/** Shows each update to the server in every role; then the board goes on with it. */
function judge(server: Y.Doc, sent: readonly Sent[], seen: Map<string, number>): void {
  for (const { verb, update, keys } of sent) {
    for (const role of ROLES) {
      // Letters of a long text are written in place, beside what is logged.
      if (keys.length === 0) continue;
      const isAllowed = keys.every((key) => mayWriteKey({ role, principal: 'ada', ...key }));
      const before = Y.encodeStateVector(server);
      const { verdict } = verdictOn(server, update, { role, principal: 'ada' });
      const ok = verdict === 'apply';
      expect(ok, `${verb} as ${role}: ${JSON.stringify(keys)}`).toBe(isAllowed);
      expect(Y.encodeStateVector(server)).toEqual(before);
      seen.set(`${role} ${String(ok)}`, (seen.get(`${role} ${String(ok)}`) ?? 0) + 1);
    }
    Y.applyUpdate(server, update);
  }
}

describe('law 11, roles', () => {
  it('every verb of a client that asks nobody passes the server exactly where the role allows it', () => {
    const random = createRandom(11);
    const [ada] = createPeers(random, ['ada']).peers;
    if (ada === undefined) throw new Error('no peer');
    const server = new Y.Doc();
    const seen = new Map<string, number>();
    const verbs = everyVerb(random, ada);
    for (const update of ada.updates) Y.applyUpdate(server, update);
    for (const call of Object.values(verbs))
      judge(
        server,
        forge(ada, () => void call()),
        seen,
      );
    judge(
      server,
      forge(ada, () => void ada.history.undo()),
      seen,
    );
    for (const role of ROLES) expect(seen.get(`${role} true`) ?? 0, role).toBeGreaterThan(role === 'view' ? -1 : 3);
    expect(seen.get('view true') ?? 0).toBe(0);
    for (const role of ['view', 'comment', 'edit'] as const) expect(seen.get(`${role} false`)).toBeGreaterThan(0);
  });

  it.each(seedBatches(0.5))('and so do random gestures and what is taken back of them (seeds %s)', (_, seeds) => {
    forSeeds('law-11', seeds, (seed) => {
      const random = createRandom(seed);
      const [ada] = createPeers(random, ['ada']).peers;
      if (ada === undefined) throw new Error('no peer');
      const server = new Y.Doc();
      const seen = new Map<string, number>();
      for (let step = 0; step < 40; step++) {
        const act = (): void => {
          if (random.chance(0.15)) ada.history.undo();
          else randomGesture(random, ada);
        };
        judge(server, forge(ada, act), seen);
      }
      expect(seen.size).toBeGreaterThan(0);
    });
  });
});
