import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CLOSE, CLOSE_REASON, MESSAGE } from '@strideboard/wire';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Network } from './network.ts';
import { PACE } from './pace.ts';
import { createPersonMemory } from './person-memory.ts';
import { createPerson, createStorage, LINK, type Person, QUICK, ROOM_ID } from './testing/person.ts';
import { type Script, type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function serve(script: Partial<Script> = {}): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  ending.push(() => server.dispose());
  return server;
}

function open(base: string, change: Parameters<typeof createPerson>[1] = {}): Person {
  const person = createPerson(base, change);
  ending.push(() => person.dispose());
  return person;
}

const isLive = ({ phase }: { phase: string }) => phase === 'live';

describe('joining', () => {
  it('exchanges the link, offers the token, and is live once the complete document is here', async () => {
    const server = await serve();
    server.doc.getMap('nodes').set('a', 1);
    const person = open(server.base);
    expect(person.connection.state()).toMatchObject({ phase: 'opening', role: null, synced: false });
    const state = await person.until(isLive);
    expect(state).toMatchObject({
      phase: 'live',
      save: 'saved',
      waiting: 0,
      role: 'edit',
      principal: 'person-1',
      colour: '#2b5fc7',
      epoch: 1,
      synced: true,
      cached: false,
      problem: null,
    });
    expect(person.nodes.get('a')).toBe(1);
    expect(server.exchanges).toEqual([{ roomId: ROOM_ID, ...LINK }]);
    expect(server.tokens).toEqual(['token-1']);
  });

  it('is not live, and not synced, before the complete document has arrived', async () => {
    const server = await serve({ holdSync: true });
    const person = open(server.base);
    await person.until(({ phase }) => phase === 'syncing');
    server.doc.getMap('nodes').set('a', 1);
    await vi.waitFor(() => expect(person.nodes.get('a')).toBe(1));
    expect(person.connection.state()).toMatchObject({ phase: 'syncing', synced: false });
  });

  it('remembers link, role, epoch and proof, and shows the proof the next time', async () => {
    const server = await serve({ epoch: 7 });
    const memory = createPersonMemory(createStorage());
    const first = open(server.base, { memory });
    await first.until(isLive);
    expect(memory.board(ROOM_ID)).toMatchObject({ link: LINK, role: 'edit', epoch: 7, principalProof: 'proof-1' });
    const second = open(server.base, { memory });
    await second.until(isLive);
    expect(server.exchanges[1]?.principalProof).toBe('proof-1');
  });

  it('knows the clock of the server, less half the way', async () => {
    const server = await serve({ serverTime: () => 5_000_000 });
    const times = [1_000, 1_200];
    const person = open(server.base, { now: () => times.shift() ?? 1_200 });
    expect((await person.until(isLive)).serverOffsetMs).toBe(5_000_000 - 1_100);
  });

  it('gives the same state object until something changed', async () => {
    const server = await serve();
    const person = open(server.base);
    const state = await person.until(isLive);
    server.doc.getMap('nodes').set('a', 1);
    await vi.waitFor(() => expect(person.nodes.get('a')).toBe(1));
    expect(person.connection.state()).toBe(state);
  });

  it('hands out a token for the HTTP API without a second exchange', async () => {
    const server = await serve();
    const person = open(server.base);
    expect(await person.connection.token()).toEqual({ ok: true, value: 'token-1' });
    await person.until(isLive);
    expect(server.exchanges).toHaveLength(1);
  });
});

describe('saving', () => {
  it('says saved only after the echo', async () => {
    const server = await serve({ holdEchoes: true });
    const person = open(server.base);
    await person.until(isLive);
    person.nodes.set('a', 1);
    person.nodes.set('b', 2);
    expect(person.connection.state()).toMatchObject({ save: 'saving', waiting: 2 });
    await vi.waitFor(() => expect(server.doc.getMap('nodes').get('b')).toBe(2));
    expect(person.connection.state()).toMatchObject({ save: 'saving', waiting: 2 });
    server.releaseEchoes();
    expect(await person.until(({ waiting }) => waiting === 0)).toMatchObject({ phase: 'live', save: 'saved' });
  });

  it('says saved only after the echo, for a deletion too', async () => {
    const server = await serve();
    server.doc.getMap('nodes').set('a', 1);
    const person = open(server.base);
    await person.until(isLive);
    server.script.holdEchoes = true;
    person.nodes.delete('a');
    await vi.waitFor(() => expect(server.doc.getMap('nodes').has('a')).toBe(false));
    expect(person.connection.state()).toMatchObject({ save: 'saving', waiting: 1 });
    server.releaseEchoes();
    expect(await person.until(({ waiting }) => waiting === 0)).toMatchObject({ save: 'saved' });
  });

  it('counts what waits while offline, and what was deleted, and settles after the return', async () => {
    const server = await serve();
    server.doc.getMap('nodes').set('old', 1);
    const person = open(server.base, { pace: { ...PACE, ...QUICK, retryFirstMs: 300, retryCeilingMs: [300, 300] } });
    await person.until(isLive);
    server.cut();
    await person.until(({ phase }) => phase === 'offline');
    person.nodes.set('a', 1);
    person.nodes.delete('old');
    expect(person.connection.state()).toMatchObject({ save: 'offline', waiting: 2 });
    server.doc.getMap('nodes').set('theirs', 1);
    await person.until(({ phase, waiting }) => phase === 'live' && waiting === 0);
    expect(person.connection.state()).toMatchObject({ save: 'saved', problem: null });
    expect(server.doc.getMap('nodes').toJSON()).toEqual({ a: 1, theirs: 1 });
    expect(person.nodes.toJSON()).toEqual({ a: 1, theirs: 1 });
  });

  it('never calls an edit of a view link saved', async () => {
    const server = await serve({ role: 'view', closeOnUpdate: { code: 4403, reason: CLOSE_REASON.writeNotAllowed } });
    const person = open(server.base);
    await person.until(isLive);
    const saves: string[] = [];
    person.connection.subscribe(() => saves.push(person.connection.state().save));
    person.nodes.set('a', 1);
    const state = await person.until(({ phase }) => phase === 'stopped');
    expect(state).toMatchObject({ save: 'stopped', waiting: 1, role: 'view', problem: { code: 'write-refused' } });
    expect(saves).not.toContain('saved');
    expect(server.doc.getMap('nodes').size).toBe(0);
  });
});

describe('what is too big for a frame', () => {
  const isSaved = ({ save, waiting }: { save: string; waiting: number }) => save === 'saved' && waiting === 0;

  async function apartWith(
    count: number,
    script: Partial<Script>,
  ): Promise<{ server: ScriptedServer; person: Person }> {
    const server = await serve({ frameBytes: 4_000, ...script });
    const person = open(server.base);
    await person.until(isLive);
    server.script.exchange = { status: 503 };
    server.cut();
    await person.until(({ phase }) => phase === 'offline');
    for (let at = 0; at < count; at += 1) person.nodes.set(`node-${at}`, 'x'.repeat(40));
    server.script.exchange = 'ok';
    return { server, person };
  }

  it('goes by HTTP before anything else, and counts as saved only then', async () => {
    const { server, person } = await apartWith(200, {});
    await person.until(isSaved);
    expect(server.uploads).toHaveLength(1);
    expect(server.doc.getMap('nodes').size).toBe(200);
    person.nodes.set('after', 1);
    await vi.waitFor(() => expect(server.doc.getMap('nodes').get('after')).toBe(1));
  });

  it('goes in a frame while it fits', async () => {
    const { server, person } = await apartWith(10, {});
    await person.until(isSaved);
    expect(server.uploads).toHaveLength(0);
    expect(server.doc.getMap('nodes').size).toBe(10);
  });

  it('is tried again when no answer comes', async () => {
    const { server, person } = await apartWith(200, { upload: { status: 503, code: 'store-unavailable' } });
    await vi.waitFor(() => expect(server.uploads.length).toBeGreaterThan(1));
    expect(person.connection.state()).not.toMatchObject({ save: 'saved' });
    server.script.upload = 'ok';
    await person.until(isSaved);
    expect(server.doc.getMap('nodes').size).toBe(200);
  });

  it.each([
    [{ status: 423, code: 'update-refused', closeCode: CLOSE.locked, reason: CLOSE_REASON.lockedKey }, 'locked'],
    [
      { status: 422, code: 'update-refused', closeCode: CLOSE.refused, reason: CLOSE_REASON.contentRefused },
      'content-refused',
    ],
    [
      { status: 409, code: 'epoch-changed', closeCode: CLOSE.epochChanged, reason: CLOSE_REASON.epochChanged },
      'epoch-changed',
    ],
    [{ status: 413, code: 'too-large' }, 'too-large'],
  ])('means the same when refused by HTTP as on a socket: %o', async (upload, code) => {
    const { person } = await apartWith(200, { upload });
    const { problem } = await person.until(({ phase }) => phase === 'stopped');
    expect(problem).toMatchObject({ code, retrying: false });
    expect(person.nodes.size).toBe(200);
  });

  it('goes by HTTP after a socket was closed over it, whatever the limit said', async () => {
    const server = await serve({ closeOnUpdate: { code: CLOSE.frameTooBig, reason: '' } });
    const person = open(server.base);
    await person.until(isLive);
    person.nodes.set('a', 1);
    await person.until(({ phase }) => phase === 'offline');
    await person.until(isSaved);
    expect(server.uploads).toHaveLength(1);
    expect(server.doc.getMap('nodes').get('a')).toBe(1);
  });
});

describe('a closed socket', () => {
  it.each([
    [CLOSE.malformed, '', 'protocol'],
    [CLOSE.forbidden, CLOSE_REASON.linkRevoked, 'link-revoked'],
    [CLOSE.forbidden, CLOSE_REASON.writeNotAllowed, 'write-refused'],
    [CLOSE.roomGone, '', 'room-missing'],
    [CLOSE.epochChanged, '', 'epoch-changed'],
    [CLOSE.roomFull, '', 'quota'],
    [CLOSE.refused, '', 'content-refused'],
    [CLOSE.locked, '', 'locked'],
    [CLOSE.protocolError, '', 'protocol'],
    [CLOSE.invalidData, '', 'protocol'],
  ])('with %i %s stops, keeps the document and does not come back by itself', async (closeCode, reason, code) => {
    const server = await serve();
    server.doc.getMap('nodes').set('a', 1);
    const person = open(server.base);
    await person.until(isLive);
    server.closeSockets(closeCode, reason);
    const { problem, save } = await person.until(({ phase }) => phase === 'stopped');
    expect(problem).toEqual({ code, closeCode, ...(reason === '' ? {} : { reason }), retrying: false });
    expect(save).toBe('stopped');
    expect(person.nodes.get('a')).toBe(1);
    await vi.waitFor(() => expect(server.openSockets()).toBe(0));
    expect(server.tokens).toHaveLength(1);
  });

  it.each([
    [CLOSE.gaveUp, 'server-unreachable'],
    [CLOSE.overloaded, 'server-full'],
    [CLOSE.restart, 'server-unreachable'],
    [CLOSE.rateLimited, 'rate'],
    [1000, 'server-unreachable'],
    [CLOSE.frameTooBig, 'server-unreachable'],
  ])('with %i is opened again', async (closeCode, code) => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    server.closeSockets(closeCode);
    const { problem, save } = await person.until(({ phase }) => phase === 'offline');
    expect(problem).toEqual({ code, closeCode, retrying: true });
    expect(save).toBe('offline');
    expect((await person.until(isLive)).problem).toBeNull();
    expect(server.tokens).toEqual(['token-1', 'token-1']);
  });

  it('with 4401 exchanges the link again', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    server.closeSockets(CLOSE.unauthorized, CLOSE_REASON.tokenExpired);
    await person.until(({ phase }) => phase !== 'live');
    await person.until(isLive);
    expect(server.tokens).toEqual(['token-1', 'token-2']);
  });

  it('with 4401 twice in a row means that the link is not valid', async () => {
    const server = await serve({ closeOnOpen: { code: CLOSE.unauthorized, reason: CLOSE_REASON.tokenInvalid } });
    const person = open(server.base);
    const { problem } = await person.until(({ phase }) => phase === 'stopped');
    expect(problem).toMatchObject({ code: 'link-invalid', closeCode: 4401, retrying: false });
    expect(server.tokens).toHaveLength(2);
  });

  it('is followed by a new token when the old one has little life left', async () => {
    const server = await serve({ tokenLifeMs: PACE.tokenReserveMs - 1 });
    const person = open(server.base);
    await person.until(isLive);
    server.cut();
    await person.until(({ phase }) => phase === 'offline');
    await person.until(isLive);
    expect(server.tokens).toEqual(['token-1', 'token-2']);
  });

  it('that brings an unreadable update stops with a protocol problem', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    server.send(Uint8Array.of(MESSAGE.sync, 2, 3, 255, 255, 255));
    expect((await person.until(({ phase }) => phase === 'stopped')).problem?.code).toBe('protocol');
  });
});

describe('a refused exchange', () => {
  it('means that the link is not valid, and nothing is tried again', async () => {
    const server = await serve({ exchange: { status: 403, code: 'link-refused' } });
    const person = open(server.base);
    const { problem } = await person.until(({ phase }) => phase === 'stopped');
    expect(problem).toEqual({ code: 'link-invalid', retrying: false });
    expect(server.tokens).toHaveLength(0);
  });

  it('can be tried again by hand', async () => {
    const server = await serve({ exchange: { status: 403, code: 'link-refused' } });
    const person = open(server.base);
    await person.until(({ phase }) => phase === 'stopped');
    server.script.exchange = 'ok';
    person.connection.retry();
    await person.until(isLive);
  });

  it.each([
    [429, 'too-many-requests', 'rate'],
    [503, 'store-unavailable', 'server-unreachable'],
    [502, undefined, 'server-unreachable'],
  ])('with status %i is tried again', async (status, code, problem) => {
    const server = await serve({ exchange: { status, ...(code === undefined ? {} : { code }) } });
    const person = open(server.base);
    const state = await person.until(({ phase }) => phase === 'offline');
    expect(state.problem).toEqual({ code: problem, retrying: true });
    server.script.exchange = 'ok';
    await person.until(isLive);
  });

  it('without any answer counts as unreachable', async () => {
    const server = await serve({ exchange: 'hang' });
    const person = open(server.base, { pace: { ...QUICK, requestTimeoutMs: 50 } });
    expect((await person.until(({ phase }) => phase === 'offline')).problem?.code).toBe('server-unreachable');
    server.script.exchange = 'ok';
    await person.until(isLive);
  });
});

describe('an epoch that changed', () => {
  it('is noticed when the exchange tells, and the old document never connects again', async () => {
    const server = await serve({ tokenLifeMs: 1 });
    server.doc.getMap('nodes').set('a', 1);
    const person = open(server.base);
    await person.until(isLive);
    server.script.epoch = 2;
    server.cut();
    expect((await person.until(({ phase }) => phase === 'stopped')).problem).toEqual({
      code: 'epoch-changed',
      retrying: false,
    });
    person.connection.retry();
    expect(person.connection.state().phase).toBe('stopped');
    expect(server.tokens).toHaveLength(1);
    expect(person.memory.board(ROOM_ID)?.epoch).toBeNull();
  });
});

describe('the line', () => {
  it('is dead when nothing answers any more, and tried again', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    server.script.silent = true;
    expect((await person.until(({ phase }) => phase === 'offline')).problem).toEqual({
      code: 'server-unreachable',
      closeCode: undefined,
      retrying: true,
    });
    expect(server.received).toContain(MESSAGE.queryAwareness);
    server.script.silent = false;
    await person.until(isLive);
  });

  it('stays up through silence when questions are answered', async () => {
    const server = await serve();
    const person = open(server.base);
    await person.until(isLive);
    await vi.waitFor(() => {
      expect(server.received.filter((type) => type === MESSAGE.queryAwareness).length).toBeGreaterThan(4);
    });
    expect(server.tokens).toHaveLength(1);
  });

  it('is given up at once when the browser goes offline, checked by a request, and back when the browser is', async () => {
    const server = await serve();
    const network = createNetwork();
    const person = open(server.base, { network });
    await person.until(isLive);
    server.script.exchange = { status: 503 };
    network.turn(false);
    expect(person.connection.state().phase).toBe('offline');
    await vi.waitFor(() => expect(server.exchanges.length).toBeGreaterThan(2));
    expect(server.tokens).toHaveLength(1);
    server.script.exchange = 'ok';
    network.turn(true);
    await person.until(isLive);
  });

  it('works without a network as far as the browser knows, when the server is on the same computer', async () => {
    const server = await serve();
    const network = createNetwork();
    network.turn(false);
    await open(server.base, { network }).until(isLive);
  });
});

describe('presence', () => {
  it('reaches others and is never sent back by them', async () => {
    const server = await serve();
    const [one, two] = [open(server.base), open(server.base)];
    await Promise.all([one.until(isLive), two.until(isLive)]);
    const before = server.received.filter((type) => type === MESSAGE.awareness).length;
    for (let i = 1; i <= 20; i += 1) one.connection.awareness.setLocalStateField('cursor', [i, i]);
    await vi.waitFor(() => {
      const seen = two.connection.awareness.getStates().get(one.doc.clientID);
      expect(seen?.['cursor']).toEqual([20, 20]);
    });
    two.nodes.set('marker', 1); // behind this frame nothing of the other person is still on its way to the server
    await vi.waitFor(() => expect(server.doc.getMap('nodes').get('marker')).toBe(1));
    expect(server.received.filter((type) => type === MESSAGE.awareness).length - before).toBe(20);
  });

  it('is there again after a reconnect without any further change, both ways', async () => {
    const server = await serve();
    const one = open(server.base);
    await one.until(isLive);
    const two = open(server.base);
    await two.until(isLive);
    one.connection.awareness.setLocalStateField('mode', 'one');
    two.connection.awareness.setLocalStateField('mode', 'two');
    const seen = () => [modeOf(two, one), modeOf(one, two)];
    await vi.waitFor(() => expect(seen()).toEqual(['two', 'one']));
    const gone: number[] = [];
    one.connection.awareness.on('change', ({ removed }: { removed: number[] }) => gone.push(...removed));
    server.cut(1);
    await two.until(({ phase }) => phase === 'offline');
    await two.until(() => modeOf(one, two) === undefined);
    await two.until(isLive);
    await vi.waitFor(() => expect(gone).toEqual([two.doc.clientID]));
    await vi.waitFor(() => expect(seen()).toEqual(['two', 'one']));
  });

  it('is announced again when the server reports the own entry gone', async () => {
    const server = await serve();
    const one = open(server.base);
    await one.until(isLive);
    const two = open(server.base);
    await two.until(isLive);
    one.connection.awareness.setLocalStateField('mode', 'one');
    await vi.waitFor(() => expect(modeOf(one, two)).toBe('one'));
    const clock = clockOf(one, two);
    server.reportGone(0);
    await vi.waitFor(() => expect(clockOf(one, two)).toBeGreaterThan(clock));
    expect(modeOf(one, two)).toBe('one');
  });

  it('ends for others when a person leaves', async () => {
    const server = await serve();
    const [one, two] = [open(server.base), open(server.base)];
    await Promise.all([one.until(isLive), two.until(isLive)]);
    one.connection.awareness.setLocalStateField('mode', 'one');
    await vi.waitFor(() => expect(two.connection.awareness.getStates().has(one.doc.clientID)).toBe(true));
    one.connection.dispose();
    await vi.waitFor(() => expect(two.connection.awareness.getStates().has(one.doc.clientID)).toBe(false));
  });
});

describe('dispose', () => {
  it('leaves nothing that keeps a program running', async () => {
    const server = await serve();
    const script = fileURLToPath(new URL('testing/join-and-leave.ts', import.meta.url));
    const program = spawn(process.execPath, ['--import', 'tsx', script, server.base], { stdio: 'inherit' });
    ending.push(() => program.kill());
    expect(await once(program, 'exit')).toEqual([0, null]);
    expect(server.tokens).toHaveLength(2);
  });

  it.each(['opening', 'syncing', 'live', 'offline'] as const)('is final while %s', async (phase) => {
    const server = await serve({ holdSync: phase === 'syncing', exchange: phase === 'opening' ? 'hang' : 'ok' });
    const person = open(server.base);
    if (phase === 'offline') {
      await person.until(isLive);
      server.cut();
    }
    const state = await person.until((now) => now.phase === phase);
    let told = 0;
    person.connection.subscribe(() => {
      told += 1;
    });
    person.connection.dispose();
    await vi.waitFor(() => expect(server.openSockets()).toBe(0));
    person.nodes.set('after', 1);
    person.connection.retry();
    expect([told, person.connection.state()]).toEqual([0, state]);
  });
});

/** What one person shows, as another sees it. */
function modeOf(shown: Person, seenBy: Person): unknown {
  return seenBy.connection.awareness.getStates().get(shown.doc.clientID)?.['mode'];
}

function clockOf(shown: Person, seenBy: Person): number {
  return seenBy.connection.awareness.meta.get(shown.doc.clientID)?.clock ?? -1;
}

function createNetwork(): Network & { turn(online: boolean): void } {
  let online = true;
  const listeners = new Set<() => void>();
  return {
    isOnline: () => online,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    turn: (next) => {
      online = next;
      for (const listener of listeners) listener();
    },
  };
}
