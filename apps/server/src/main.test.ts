import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectPeer } from './testing/peer.ts';
import { enterBoard, runServer, type ServerProcess } from './testing/server-process.ts';

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

/** Runs the server on the folder of this test. */
function run(env: Record<string, string> = {}, options: Parameters<typeof runServer>[1] = {}): ServerProcess {
  const started = runServer({ STRIDEBOARD_DATA: join(folder, 'data'), ...env }, options);
  children.push(started.child);
  return started;
}

describe('the server process', { timeout: 60_000 }, () => {
  it('says one friendly line, keeps its secrets to itself, and stops with 0 on SIGTERM', async () => {
    const { child, output, exited, ready } = run();
    const url = await ready;
    expect(output.out).toBe(`Strideboard is ready: ${url}\n`);
    expect(output.err).toBe('');
    const { roomId, session } = await enterBoard(url);
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

  it('brings what was applied to disk before an uncaught exception ends it', async () => {
    const trap = 'data:text/javascript,process.on("SIGUSR2",()=>{throw new Error("the roof is on fire")})';
    const { child, output, exited, ready } = run({}, { modules: [trap] });
    const url = await ready;
    const { roomId, session } = await enterBoard(url);
    const peer = connectPeer({ url }, { roomId, token: (await session(url)).token });
    await peer.synced;
    await peer.edit((doc) => doc.getMap('nodes').set('saved', 1));
    child.kill('SIGUSR2');
    expect(await exited).toBe(1);
    expect(output.err).toContain('the roof is on fire');
    const again = run();
    const next = await again.ready;
    const late = connectPeer({ url: next }, { roomId, token: (await session(next)).token });
    await late.synced;
    expect(late.doc.getMap('nodes').has('saved')).toBe(true);
    // Asked twice it does not wait for somebody who never answers: what was acknowledged is on disk already.
    late.socket.pause();
    again.child.kill('SIGTERM');
    again.child.kill('SIGINT');
    expect(await again.exited).toBe(1);
  });

  it('does not start on a data folder that another server uses', async () => {
    await run().ready;
    const second = run();
    expect(await second.exited).toBe(1);
    expect(second.output.err).toContain('Another program uses');
  });

  it('does not start on an encrypted database with another key or none', async () => {
    const first = run({ STRIDEBOARD_DATA_KEY: '0'.repeat(64) });
    await first.ready;
    first.child.kill('SIGTERM');
    await first.exited;
    for (const env of [{ STRIDEBOARD_DATA_KEY: '1'.repeat(64) }, {}]) {
      const wrong = run(env);
      expect(await wrong.exited).toBe(1);
      expect(wrong.output.err).toMatch(/is encrypted, .*set STRIDEBOARD_DATA_KEY/);
    }
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
