import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { API, type CreatedRoom, type Session } from '@strideboard/wire';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer } from './testing/peer.ts';
import { readJson } from './testing/test-server.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const ROOT = join(dirname(MAIN), '..', '..', '..');

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-main-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the server as a process of its own. */
function run(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', STRIDEBOARD_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    output.out += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    output.err += text.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /^Strideboard is ready: (\S+)/m.exec(output.out)?.[1];
      if (url !== undefined) resolve(url);
    });
    void exited.then((code) => reject(new Error(`exit ${code}: ${output.err}`)));
  });
  ready.catch(() => undefined); // tests of a failing start look at the exit instead
  return { child, output, exited, ready };
}

async function enter(url: string) {
  const { roomId, link } = await readJson<CreatedRoom>(await fetch(url + API.rooms, { method: 'POST' }));
  const session = async (at: string): Promise<Session> => {
    const body = JSON.stringify({ roomId, linkId: link.linkId, secret: link.secret });
    return readJson<Session>(
      await fetch(at + API.session, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  };
  return { roomId, session };
}

describe('the server process', { timeout: 60_000 }, () => {
  it('says one friendly line, keeps its secrets to itself, and stops with 0 on SIGTERM', async () => {
    const { child, output, exited, ready } = run();
    const url = await ready;
    expect(output.out).toBe(`Strideboard is ready: ${url}\n`);
    expect(output.err).toBe('');
    const { roomId, session } = await enter(url);
    const peer = connectPeer({ url }, { roomId, token: (await session(url)).token });
    await peer.synced;
    child.kill('SIGTERM');
    expect((await peer.closed).code).toBe(1012);
    expect(await exited).toBe(0);
    for (const name of ['secret', 'link-pepper', 'strideboard.db']) {
      expect(statSync(join(folder, 'data', name)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(folder, 'data', 'secret'), 'utf8').trim()).toHaveLength(43);
  });

  it('loses no echoed edit when it is killed with SIGKILL under load, round after round', async () => {
    let { child, exited, ready } = run();
    let url = await ready;
    const { roomId, session } = await enter(url);
    const acknowledged = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const peer = connectPeer({ url }, { roomId, token: (await session(url)).token });
      await peer.synced;
      expect([...acknowledged].filter((id) => !peer.doc.getMap('nodes').has(id))).toEqual([]);
      const killAfter = 20 + round * 17;
      const writes: Promise<unknown>[] = [];
      for (let count = 0; count < killAfter + 15; count += 1) {
        const id = `r${round}n${count}`;
        const echo = peer.edit((doc) => doc.getMap('nodes').set(id, new Y.Map([['label', id]])));
        writes.push(
          echo.then(
            () => acknowledged.add(id),
            () => undefined,
          ),
        );
        if (count === killAfter) child.kill('SIGKILL');
        if (count < killAfter) await echo;
      }
      await exited;
      await Promise.all(writes);
      ({ child, exited, ready } = run());
      url = await ready;
    }
    const last = connectPeer({ url }, { roomId, token: (await session(url)).token });
    await last.synced;
    expect(acknowledged.size).toBeGreaterThan(150);
    expect([...acknowledged].filter((id) => !last.doc.getMap('nodes').has(id))).toEqual([]);
    await last.close();
    child.kill('SIGTERM');
    await exited;
    const db = new Sqlite(join(folder, 'data', 'strideboard.db'), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('says what to do when the port is in use', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { output, exited } = run({ PORT: String(port) });
    expect(await exited).toBe(1);
    expect(output.err).toMatch(/^Strideboard cannot start\. Port \d+ is in use: .*another port.*\.\n$/);
    blocker.close();
  });

  it.each([
    [
      'the data folder is a file',
      { STRIDEBOARD_DATA: 'FILE' },
      /data folder .* cannot be written: set STRIDEBOARD_DATA/,
    ],
    ['a setting is wrong', { PORT: 'http' }, /PORT is "http"; give a whole number/],
    ['the host is not ours', { HOST: '203.0.113.7' }, /no address "203\.0\.113\.7": set HOST/],
  ])('says what to do when %s', async (_name, env, sentence) => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { output, exited } = run({ ...env, ...('STRIDEBOARD_DATA' in env ? { STRIDEBOARD_DATA: file } : {}) });
    expect(await exited).toBe(1);
    expect(output.err).toMatch(sentence);
    expect(output.err.trim().split('\n')).toHaveLength(1);
    expect(output.out).toBe('');
  });

  it('says what to do when the database is damaged or newer', async () => {
    const first = run();
    await first.ready;
    first.child.kill('SIGTERM');
    await first.exited;
    const file = join(folder, 'data', 'strideboard.db');
    const db = new Sqlite(file);
    db.prepare("UPDATE meta SET value = '999' WHERE key = 'schema'").run();
    db.close();
    const newer = run();
    expect(await newer.exited).toBe(1);
    expect(newer.output.err).toContain('written by a newer Strideboard');
    writeFileSync(
      file,
      'this is not a database, and long enough to be looked at closely by whoever opens it'.repeat(20),
    );
    const damaged = run();
    expect(await damaged.exited).toBe(1);
    expect(damaged.output.err).toContain('is damaged: put back a copy');
  });
});
