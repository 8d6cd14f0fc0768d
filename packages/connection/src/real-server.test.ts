import { CLOSE_REASON } from '@strideboard/wire';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { type Api, createApi } from './api.ts';
import { type BoardApi, createBoardApi } from './board-api.ts';
import type { ConnectionState } from './contract.ts';
import { createPerson, type Person } from './testing/person.ts';
import { createRealServer, type RealServer } from './testing/real-server.ts';

let server: RealServer;
let api: Api;
const people: Person[] = [];

beforeAll(async () => {
  server = await createRealServer();
  api = createApi({ base: server.base });
  await server.start();
});
afterEach(() => {
  for (const person of people.splice(0)) person.dispose();
});
afterAll(() => server.dispose());

interface Board {
  readonly roomId: string;
  readonly link: { readonly linkId: string; readonly secret: string };
}

async function createBoard(): Promise<Board> {
  const result = await api.createRoom();
  if (!result.ok) throw new Error(`createRoom: ${result.problem.code}`);
  const { roomId, link } = result.value;
  return { roomId, link: { linkId: link.linkId, secret: link.secret } };
}

function join(board: Board, change: Parameters<typeof createPerson>[1] = {}): Person {
  const person = createPerson(server.base, { roomId: board.roomId, link: board.link, ...change });
  people.push(person);
  return person;
}

const asked = ({ roomId }: Board, by: Person): BoardApi =>
  createBoardApi({ base: server.base, roomId, token: () => by.connection.token() });

async function linkFor(person: Person, board: Board, role: 'view' | 'edit') {
  const access = asked(board, person);
  const created = await access.createLink({ role });
  if (!created.ok) throw new Error(`createLink: ${created.problem.code}`);
  const { linkId, secret } = created.value;
  return { access, board: { roomId: board.roomId, link: { linkId, secret } } };
}

const isLive = ({ phase }: ConnectionState) => phase === 'live';
const isSaved = ({ phase, save, waiting }: ConnectionState) => phase === 'live' && save === 'saved' && waiting === 0;

function addNode(person: Person, id: string, label: string): void {
  person.nodes.set(id, new Y.Map([['label', label]]));
}

describe('with the real server', () => {
  it('two people converge, deletions included, and both are told that all is saved', async () => {
    const board = await createBoard();
    const [one, two] = [join(board), join(board)];
    expect(await one.until(isLive)).toMatchObject({ role: 'facilitate', synced: true, problem: null });
    await two.until(isLive);
    addNode(one, 'a', 'kubelet');
    addNode(two, 'b', 'etcd');
    addNode(two, 'c', 'gone soon');
    await vi.waitFor(() => expect(one.nodes.size).toBe(3));
    one.nodes.delete('c');
    expect(one.connection.state()).toMatchObject({ save: 'saving' });
    await Promise.all([one.until(isSaved), two.until(isSaved)]);
    await vi.waitFor(() => expect(two.nodes.toJSON()).toEqual({ a: { label: 'kubelet' }, b: { label: 'etcd' } }));
    expect(one.nodes.toJSON()).toEqual(two.nodes.toJSON());
  });

  it('a killed server loses nothing that was saved, and what waited arrives after its return', async () => {
    const board = await createBoard();
    const [one, two] = [join(board), join(board)];
    await Promise.all([one.until(isLive), two.until(isLive)]);
    for (let i = 0; i < 50; i += 1) addNode(one, `saved-${i}`, 'x');
    await one.until(isSaved);
    await server.kill();
    await Promise.all([one, two].map((person) => person.until(({ phase }) => phase === 'offline')));
    addNode(one, 'offline-1', 'x');
    addNode(two, 'offline-2', 'x');
    one.nodes.delete('saved-0');
    expect(one.connection.state()).toMatchObject({ save: 'offline', waiting: 2 });
    await server.start();
    await Promise.all([one.until(isSaved), two.until(isSaved)]);
    await vi.waitFor(() => expect(one.nodes.has('offline-2') && two.nodes.has('offline-1')).toBe(true));

    const newcomer = join(board);
    await newcomer.until(isLive);
    expect(newcomer.nodes.size).toBe(51);
    expect(newcomer.nodes.has('saved-0')).toBe(false);
    expect(newcomer.nodes.toJSON()).toEqual(one.nodes.toJSON());
  });

  it('hours of work without a line arrive although they are bigger than a frame', async () => {
    const board = await createBoard();
    const person = join(board);
    await person.until(isLive);
    await server.kill();
    await person.until(({ phase }) => phase === 'offline');
    for (let at = 0; at < 100; at += 1) addNode(person, `long-${at}`, 'x'.repeat(60_000));
    await server.start();
    await person.until(isSaved);
    const newcomer = join(board);
    await newcomer.until(isLive);
    expect(newcomer.nodes.size).toBe(100);
  });

  it('what was called saved is there after a kill in the middle of the work', async () => {
    const board = await createBoard();
    for (let round = 0; round < 3; round += 1) {
      const person = join(board);
      await person.until(isLive);
      const saved = new Set<string>();
      const unsubscribe = person.connection.subscribe(() => {
        if (isSaved(person.connection.state())) for (const id of person.nodes.keys()) saved.add(id);
      });
      for (let i = 0; i < 30; i += 1) {
        addNode(person, `${round}-${i}`, 'x');
        await new Promise((resolve) => setImmediate(resolve));
      }
      await vi.waitFor(() => expect(saved.size).toBeGreaterThan(0), { interval: 1 });
      for (let i = 30; i < 60; i += 1) addNode(person, `${round}-${i}`, 'x');
      await server.kill();
      unsubscribe();
      person.dispose();
      await server.start();
      const newcomer = join(board);
      await newcomer.until(isLive);
      expect([...saved].filter((id) => !newcomer.nodes.has(id))).toEqual([]);
      newcomer.dispose();
    }
  });

  it('a server that is stopped and started again is joined again', async () => {
    const board = await createBoard();
    const person = join(board);
    await person.until(isLive);
    const seen: (number | undefined)[] = [];
    person.connection.subscribe(() => seen.push(person.connection.state().problem?.closeCode));
    await server.stop();
    await person.until(({ phase }) => phase === 'offline');
    expect(seen).toContain(1012);
    await server.start();
    await person.until(isLive);
  });

  it('a view link reads and cannot write', async () => {
    const board = await createBoard();
    const one = join(board);
    await one.until(isLive);
    addNode(one, 'a', 'x');
    const view = await linkFor(one, board, 'view');
    const reader = join(view.board);
    expect(await reader.until(isLive)).toMatchObject({ role: 'view', save: 'saved' });
    expect(reader.nodes.has('a')).toBe(true);
    addNode(reader, 'b', 'x');
    expect(await reader.until(({ phase }) => phase === 'stopped')).toMatchObject({
      save: 'stopped',
      waiting: 1,
      problem: { code: 'write-refused', closeCode: 4403, retrying: false },
    });
    addNode(one, 'marker', 'x');
    await one.until(isSaved);
    expect(one.nodes.has('b')).toBe(false);
  });

  it('a revoked link stops who is connected with it, and opens nothing afterwards', async () => {
    const board = await createBoard();
    const one = join(board);
    await one.until(isLive);
    const { access, board: guestBoard } = await linkFor(one, board, 'edit');
    const guest = join(guestBoard);
    await guest.until(isLive);
    expect(await access.revokeLink(guestBoard.link.linkId)).toEqual({ ok: true, value: null });
    expect((await guest.until(({ phase }) => phase === 'stopped')).problem).toMatchObject({ code: 'link-revoked' });
    expect((await join(guestBoard).until(({ phase }) => phase === 'stopped')).problem?.code).toBe('link-invalid');
    const links = await access.links();
    expect(links.ok && links.value.map(({ role, revokedAt }) => [role, revokedAt !== null])).toEqual([
      ['facilitate', false],
      ['edit', true],
    ]);
  });

  it('a lock of the board is known to everybody at once, and to whoever comes later', async () => {
    const board = await createBoard();
    const [one, second] = [join(board), join(board)];
    await Promise.all([one.until(isLive), second.until(isLive)]);
    const { access, board: guestBoard } = await linkFor(one, board, 'edit');
    const guest = join(guestBoard);
    for (const person of [one, second, guest]) person.connection.awareness.setLocalStateField('user', { name: 'Ada' });
    await guest.until(isLive);
    expect([one, second, guest].map((person) => person.connection.state().locked)).toEqual([false, false, false]);
    expect(await access.setLocked(true)).toMatchObject({ ok: true, value: { locked: true } });
    await Promise.all([one, second, guest].map((person) => person.until(({ locked }) => locked)));
    expect(await join(guestBoard).until(isLive)).toMatchObject({ role: 'edit', locked: true });
    expect(await access.setLocked(false)).toMatchObject({ ok: true });
    await Promise.all([one, second, guest].map((person) => person.until(({ locked }) => !locked)));
    addNode(guest, 'a', 'allowed again');
    await guest.until(isSaved);
  });

  it('a version is made, read and restored; everybody is told that the document is of the past', async () => {
    const board = await createBoard();
    const [one, guest] = [join(board), join(board)];
    addNode(one, 'a', 'first');
    await one.until(isSaved);
    const access = asked(board, one);
    const made = await access.createVersion({ label: 'Before the review' });
    if (!made.ok) throw new Error(made.problem.code);
    const { principal } = one.connection.state();
    expect(made.value).toMatchObject({ kind: 'named', label: 'Before the review', author: principal });
    one.nodes.delete('a');
    addNode(one, 'b', 'second');
    await one.until(isSaved);
    await guest.until(({ phase }) => phase === 'live');
    const bytes = await access.versionBytes(made.value.versionId);
    const then = new Y.Doc();
    if (bytes.ok) Y.applyUpdate(then, bytes.value);
    expect([...then.getMap('nodes').keys()]).toEqual(['a']);
    expect(await access.versionBytes('AAAAAAAAAAAAAAAAAAAAAA')).toMatchObject({ problem: { code: 'not-found' } });
    expect(await access.restoreVersion(made.value.versionId)).toMatchObject({
      value: { before: { kind: 'before-restore' } },
    });
    for (const person of [one, guest]) {
      expect((await person.until(({ phase }) => phase === 'stopped')).problem?.code).toBe('epoch-changed');
    }
    const anew = join(board);
    await anew.until(isLive);
    expect([...anew.nodes.keys()]).toEqual(['a']);
    const list = await asked(board, anew).versions();
    expect(list.ok && list.value.map(({ kind }) => kind)).toEqual(['before-restore', 'named']);
  });

  it('whoever is removed is out at once and stays out until let in again; a deleted board is gone for all', async () => {
    const board = await createBoard();
    const one = join(board);
    await one.until(isLive);
    const { access, board: guestBoard } = await linkFor(one, board, 'edit');
    const guest = join(guestBoard);
    addNode(guest, 'a', 'mine');
    await guest.until(isSaved);
    const principal = guest.connection.state().principal ?? '';
    const people = await access.participants();
    expect(people.ok && people.value.find((person) => person.principal === principal)).toMatchObject({
      role: 'edit',
      removedAt: null,
    });
    expect(await access.removeParticipant(principal)).toEqual({ ok: true, value: null });
    expect((await guest.until(({ phase }) => phase === 'stopped')).problem).toMatchObject({ code: 'link-revoked' });
    const again = join(guestBoard, { memory: guest.memory });
    expect((await again.until(({ phase }) => phase === 'stopped')).problem).toMatchObject({
      code: 'link-invalid',
      reason: CLOSE_REASON.participantRemoved,
    });
    expect(await access.readmitParticipant(principal)).toEqual({ ok: true, value: null });
    const back = join(guestBoard, { memory: guest.memory });
    await back.until(isLive);
    expect(await access.deleteBoard()).toEqual({ ok: true, value: null });
    for (const person of [one, back]) {
      expect((await person.until(({ phase }) => phase === 'stopped')).problem?.code).toBe('room-missing');
    }
  });

  it('an unknown board and a wrong secret are links that are not valid', async () => {
    const board = await createBoard();
    const wrong = { ...board, link: { ...board.link, secret: 'x'.repeat(43) } };
    const unknown = { ...board, roomId: 'abcdefghijklmnopqrst_-' };
    for (const each of [wrong, unknown]) {
      expect((await join(each).until(({ phase }) => phase === 'stopped')).problem?.code).toBe('link-invalid');
    }
  });

  it('people see each other, with what the server says about who they are, also after its return', async () => {
    const board = await createBoard();
    const [one, two] = [join(board), join(board)];
    one.connection.awareness.setLocalStateField('user', { id: 'forged', name: 'Ada', colour: '#2b5fc7', role: 'view' });
    two.connection.awareness.setLocalStateField('cursor', [3, 4]);
    const seen = (by: Person, whom: Person) => by.connection.awareness.getStates().get(whom.doc.clientID);
    const mutual = () =>
      vi.waitFor(() => {
        const user = { name: 'Ada', role: 'facilitate', id: one.connection.state().principal };
        expect(seen(two, one)?.['user']).toMatchObject(user);
        expect(seen(one, two)?.['cursor']).toEqual([3, 4]);
      });
    await Promise.all([one.until(isLive), two.until(isLive)]);
    await mutual();
    await server.kill();
    await Promise.all([one, two].map((person) => person.until(({ phase }) => phase === 'offline')));
    expect(seen(two, one)).toBeUndefined();
    await server.start();
    await Promise.all([one.until(isLive), two.until(isLive)]);
    await mutual();
    one.connection.dispose();
    await vi.waitFor(() => expect(seen(two, one)).toBeUndefined());
  });

  it('the same person keeps the same principal across reloads', async () => {
    const board = await createBoard();
    const first = join(board);
    const { principal } = await first.until(isLive);
    const second = join(board, { memory: first.memory });
    const stranger = join(board);
    expect((await second.until(isLive)).principal).toBe(principal);
    expect((await stranger.until(isLive)).principal).not.toBe(principal);
  });
});
