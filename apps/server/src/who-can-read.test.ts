// The page docs/who-can-read.md, row by row: what it says is tried here, or in the browser tests it is named with.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API, formatBoardLink } from '@strideboard/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { runCommand } from './commands/run.ts';
import { openSecrets } from './secrets.ts';
import { openVault } from './store/data-key.ts';
import { createSqliteStore, openDatabase } from './store/sqlite.ts';
import { connectPeer, type Peer } from './testing/peer.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const SECRET_TEXT = 'the vault of Contoso stands open on Sundays';
const KEY = 'ab'.repeat(32);
const PAGE = fileURLToPath(new URL('../../../docs/who-can-read.md', import.meta.url));

/** Rows of the page that a browser shows rather than a server: where they are tried. */
const ELSEWHERE: Readonly<Record<string, { readonly file: string; readonly title: RegExp }>> = {
  'whoever uses the same browser profile later': {
    file: '../../../packages/connection/src/offline-cache.test.ts',
    title: /no copy for a view link/,
  },
  'whoever sees the network': { file: 'http/app.test.ts', title: /asks for TLS only behind TLS/ },
};

/** A server with one board in which somebody wrote the text; everything ends with `end`. */
async function boardIn(folder: string, dataKey: Uint8Array | null) {
  mkdirSync(folder);
  const db = await openDatabase(folder);
  const server = await startTestServer({
    store: createSqliteStore(db, openVault(db, dataKey)),
    secrets: openSecrets(folder, { secret: null, linkPepper: null }),
  });
  const owner = await server.createRoom();
  const { token } = await server.session(owner);
  const peer = connectPeer(server, { roomId: owner.roomId, token });
  await peer.synced;
  await peer.edit((doc) => doc.getMap('meta').set('title', SECRET_TEXT));
  return { server, owner, peer, token };
}

/** Whether the text stands in a file, or in any file of a folder. */
const holdsText = (path: string): boolean =>
  statSync(path).isFile()
    ? readFileSync(path).includes(SECRET_TEXT)
    : readdirSync(path).some((name) => holdsText(join(path, name)));

let root: string;
let server: TestServer;
let board: Awaited<ReturnType<typeof boardIn>>;
const others: TestServer[] = [];
const read = (peer: Peer): unknown => peer.doc.getMap('meta').get('title');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'strideboard-who-'));
  board = await boardIn(join(root, 'plain'), null);
  ({ server } = board);
});
afterAll(async () => {
  for (const one of [server, ...others]) await one.dispose();
  rmSync(root, { recursive: true, force: true });
});

/** What the page says, tried. Keys are the first column of its table. */
const TRIED: Readonly<Record<string, () => Promise<void>>> = {
  'whoever has a link': async () => {
    const link = await server.addLink(board.owner, { role: 'view' });
    const { token } = await server.session(link);
    const reader = connectPeer(server, { roomId: link.roomId, token });
    await reader.synced;
    expect(read(reader)).toBe(SECRET_TEXT);
    const wrong = { ...link, secret: 'x'.repeat(link.secret.length) };
    expect((await server.request(API.session, { method: 'POST', body: wrong })).status).toBe(403);
    await reader.close();
  },
  'whoever runs the server': async () => {
    const { said } = await operate('plain', `backup ${join(root, 'for-the-operator')}`, {});
    expect(said).not.toContain(SECRET_TEXT);
    expect(holdsText(join(root, 'for-the-operator'))).toBe(true);
  },
  'whoever has the data folder or a backup': async () => {
    expect(holdsText(join(root, 'plain'))).toBe(true);
    const locked = await boardIn(join(root, 'locked'), Buffer.from(KEY, 'hex'));
    others.push(locked.server);
    expect(holdsText(join(root, 'locked'))).toBe(false);
    await operate('locked', `backup ${join(root, 'locked-backup')}`, { STRIDEBOARD_DATA_KEY: KEY });
    expect(holdsText(join(root, 'locked-backup'))).toBe(false);
  },
  'whoever reads the log': () => {
    for (const text of [SECRET_TEXT, board.owner.roomId, board.owner.secret, board.token])
      expect(server.log()).not.toContain(text);
    return Promise.resolve();
  },
  'whoever reads the proxy’s log': () => {
    const url = new URL(formatBoardLink(board.owner), 'https://board.example');
    expect(url.hash).toContain(board.owner.secret);
    url.hash = ''; // browsers do not send it
    expect(url.href).not.toContain(board.owner.secret);
    return Promise.resolve();
  },
  'somebody else’s web page': async () => {
    const headers = { origin: 'https://evil.example' };
    // It gets no session; and with a stolen token the browser asks first, is not allowed, and shows no answer to the page.
    expect((await server.request(API.session, { method: 'POST', body: board.owner, headers })).status).toBe(403);
    const path = API.exportUpdate(board.owner.roomId);
    for (const init of [
      { method: 'OPTIONS', headers },
      { token: board.token, headers },
    ]) {
      const answer = await server.request(path, init);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  },
  'whoever was removed or had a revoked link': async () => {
    const link = await server.addLink(board.owner, { role: 'view' });
    const { token } = await server.session(link);
    const reader = connectPeer(server, { roomId: link.roomId, token });
    await reader.synced;
    await server.request(API.link(link.roomId, link.linkId), { method: 'DELETE', token: board.token });
    await reader.closed;
    await board.peer.edit((doc) => doc.getMap('meta').set('owner', 'written afterwards'));
    expect(reader.doc.getMap('meta').get('owner')).toBeUndefined();
    expect((await server.request(API.session, { method: 'POST', body: link })).status).toBe(403);
    expect((await server.request(API.exportUpdate(link.roomId), { token })).status).toBeGreaterThanOrEqual(401);
  },
};

async function operate(folder: string, line: string, env: Record<string, string>) {
  const config = readConfig({ STRIDEBOARD_DATA: join(root, folder), STRIDEBOARD_LOG: 'silent', ...env });
  if (!config.ok) throw new Error(config.problems.join(' '));
  const [name = '', ...args] = line.split(' ');
  const said: string[] = [];
  const print = (text: string): number => said.push(text);
  const code = await runCommand(name, args, { config: config.config, print, tell: print, now: Date.now });
  expect(code, said.join('\n')).toBe(0);
  return { said: said.join('\n') };
}

describe('who can read a board', () => {
  it('is a page whose rows are all tried, here or elsewhere', () => {
    const rows = readFileSync(PAGE, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (?:-|who )/.test(line))
      .map((line) => (line.split('|')[1] ?? '').trim().replaceAll("'", '’'));
    expect([...Object.keys(TRIED), ...Object.keys(ELSEWHERE)].sort()).toEqual(rows.sort());
    for (const [row, { file, title }] of Object.entries(ELSEWHERE)) {
      const tests = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8').match(/\bit\([^\n]*/g) ?? [];
      expect([row, tests.some((test) => title.test(test))]).toEqual([row, true]);
    }
  });

  it.each(Object.keys(TRIED))('%s', async (row) => TRIED[row]?.());
});
