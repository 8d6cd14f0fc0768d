import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createSaveTracker, type SaveTracker } from './save-tracker.ts';

const REMOTE = 'server';

interface Client {
  readonly doc: Y.Doc;
  readonly tracker: SaveTracker;
  /** What a socket would carry to the server. */
  readonly outbox: Uint8Array[];
  receive(update: Uint8Array, complete?: boolean): void;
}

function createClient(content?: Uint8Array): Client {
  const doc = new Y.Doc();
  const outbox: Uint8Array[] = [];
  if (content !== undefined) Y.applyUpdate(doc, content, 'cache');
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE) outbox.push(update);
  });
  const tracker = createSaveTracker({ doc, isForeign: (origin) => origin === REMOTE, onChange: () => {} });
  return {
    doc,
    tracker,
    outbox,
    receive: (update, complete = false) => {
      if (tracker.needs(complete)) tracker.serverSent(Y.decodeUpdate(update), complete);
      Y.applyUpdate(doc, update, REMOTE);
    },
  };
}

/** A server that applies what it is given and echoes what was new. */
function createServer(): { readonly doc: Y.Doc; take(update: Uint8Array): Uint8Array | null } {
  const doc = new Y.Doc();
  let echo: Uint8Array | null = null;
  doc.on('update', (update: Uint8Array) => {
    echo = update;
  });
  return {
    doc,
    take: (update) => {
      echo = null;
      Y.applyUpdate(doc, update);
      return echo;
    },
  };
}

describe('the save tracker', () => {
  it('counts a local transaction until its echo', () => {
    const client = createClient();
    const server = createServer();
    client.doc.getMap('nodes').set('a', 1);
    expect(client.tracker.waiting()).toBe(1);
    expect(client.tracker.settled()).toBe(false);
    const [update] = client.outbox;
    client.receive(server.take(update ?? new Uint8Array()) ?? new Uint8Array());
    expect(client.tracker.waiting()).toBe(0);
    expect(client.tracker.settled()).toBe(true);
  });

  it('is not satisfied by the echo of something else', () => {
    const client = createClient();
    const other = createClient();
    other.doc.getMap('nodes').set('b', 1);
    client.doc.getMap('nodes').set('a', 1);
    client.receive(other.outbox[0] ?? new Uint8Array());
    expect(client.tracker.waiting()).toBe(1);
  });

  it('waits for the echo of a deletion, which moves no clock', () => {
    const server = createServer();
    server.doc.getMap('nodes').set('a', 1);
    const client = createClient();
    client.receive(Y.encodeStateAsUpdate(server.doc), true);
    client.doc.getMap('nodes').delete('a');
    client.tracker.serverHolds(Y.encodeStateVector(client.doc));
    expect(client.tracker.waiting()).toBe(1);
    client.receive(server.take(client.outbox[0] ?? new Uint8Array()) ?? new Uint8Array());
    expect(client.tracker.waiting()).toBe(0);
  });

  it('lets a deletion go when somebody else deleted the same', () => {
    const server = createServer();
    server.doc.getMap('nodes').set('a', 1);
    const [one, two] = [createClient(), createClient()];
    for (const client of [one, two]) client.receive(Y.encodeStateAsUpdate(server.doc), true);
    for (const client of [one, two]) client.doc.getMap('nodes').delete('a');
    const echo = server.take(one.outbox[0] ?? new Uint8Array());
    expect(server.take(two.outbox[0] ?? new Uint8Array())).toBeNull();
    two.receive(echo ?? new Uint8Array());
    expect(two.tracker.waiting()).toBe(0);
  });

  it('takes the state vector of a returning server as proof for insertions', () => {
    const client = createClient();
    const server = createServer();
    client.doc.getMap('nodes').set('a', 1);
    server.take(client.outbox[0] ?? new Uint8Array());
    client.doc.getMap('nodes').set('b', 1);
    client.tracker.serverHolds(Y.encodeStateVector(server.doc));
    expect(client.tracker.waiting()).toBe(1);
  });

  it('finds insertions and deletions of an earlier page life in what the cache brought', () => {
    const server = createServer();
    const earlier = createClient();
    earlier.doc.getMap('nodes').set('a', 1);
    server.take(Y.encodeStateAsUpdate(earlier.doc));
    earlier.doc.getMap('nodes').delete('a');
    const later = createClient(Y.encodeStateAsUpdate(earlier.doc));
    expect(later.tracker.settled()).toBe(false);
    later.tracker.serverHolds(Y.encodeStateVector(server.doc));
    later.receive(Y.encodeStateAsUpdate(server.doc), true);
    expect(later.tracker.waiting()).toBe(1);
    const echo = server.take(Y.encodeStateAsUpdate(later.doc, Y.encodeStateVector(server.doc)));
    later.receive(echo ?? new Uint8Array());
    expect(later.tracker.waiting()).toBe(0);
    expect(later.tracker.settled()).toBe(true);
  });

  it('waits again when the server came back with less than it had', () => {
    const client = createClient();
    client.doc.getMap('nodes').set('a', 1);
    client.receive(createServer().take(client.outbox[0] ?? new Uint8Array()) ?? new Uint8Array());
    expect(client.tracker.settled()).toBe(true);
    client.tracker.serverHolds(Y.encodeStateVector(new Y.Doc()));
    expect(client.tracker.waiting()).toBe(1);
  });

  it('always settles when everything was delivered, and never before, in any order of work and delivery', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), who: fc.nat(2), key: fc.nat(4) }),
      fc.record({ kind: fc.constant('nest' as const), who: fc.nat(2), key: fc.nat(4) }),
      fc.record({ kind: fc.constant('delete' as const), who: fc.nat(2), key: fc.nat(4) }),
      fc.record({ kind: fc.constant('send' as const), who: fc.nat(2), key: fc.nat(4) }),
      fc.record({ kind: fc.constant('reconnect' as const), who: fc.nat(2), key: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = createServer();
        const clients = [createClient(), createClient(), createClient()];
        const deliver = (update: Uint8Array) => {
          const echo = server.take(update);
          if (echo !== null) for (const client of clients) client.receive(echo);
        };
        const reconnect = (client: Client) => {
          client.outbox.length = 0;
          const [serverVector, own] = [Y.encodeStateVector(server.doc), Y.encodeStateVector(client.doc)];
          client.tracker.serverHolds(serverVector);
          const answer = Y.encodeStateAsUpdate(client.doc, serverVector);
          client.receive(Y.encodeStateAsUpdate(server.doc, own), true);
          deliver(answer);
        };
        for (const { kind, who, key } of steps) {
          const client = clients[who] ?? clients[0];
          if (client === undefined) throw new Error('no client');
          const map = client.doc.getMap('nodes');
          if (kind === 'set') map.set(`k${key}`, key);
          if (kind === 'nest') map.set(`k${key}`, new Y.Map([['label', 'x']]));
          if (kind === 'delete') map.delete(`k${key}`);
          if (kind === 'send') {
            const update = client.outbox.shift();
            if (update !== undefined) deliver(update);
          }
          if (kind === 'reconnect') reconnect(client);
          const isStored = Y.snapshotContainsUpdate(Y.snapshot(server.doc), Y.encodeStateAsUpdate(client.doc));
          if (client.tracker.settled()) expect(isStored).toBe(true);
        }
        for (const client of clients) {
          for (const update of client.outbox.splice(0)) deliver(update);
        }
        for (const client of clients) expect(client.tracker.waiting()).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
