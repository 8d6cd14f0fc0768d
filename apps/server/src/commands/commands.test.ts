import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API, parseBoardLink, type VersionSummary } from '@strideboard/wire';
import Sqlite from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBackups } from '../backups.ts';
import { readConfig } from '../config.ts';
import { openSecrets } from '../secrets.ts';
import { openVault } from '../store/data-key.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { MIGRATIONS, migrate } from '../store/migrations.ts';
import { createSqliteStore, DATABASE_FILE, openDatabase } from '../store/sqlite.ts';
import { connectPeer } from '../testing/peer.ts';
import { readJson, startTestServer, type TestServer } from '../testing/test-server.ts';
import { copyDatabase, secretsOf } from './backup.ts';
import { runCommand } from './run.ts';

let folder: string;
let cleanups: (() => unknown)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-commands-'));
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
  rmSync(folder, { recursive: true, force: true });
});
const data = (name = 'data'): string => join(folder, name);

/** Runs a command as the operator would, on a data folder. */
async function command(line: string, env: Record<string, string> = {}) {
  const read = readConfig({ STRIDEBOARD_DATA: data(), STRIDEBOARD_PUBLIC_URL: 'https://board.example', ...env });
  if (!read.ok) throw new Error(read.problems.join(' '));
  const [name = '', ...args] = line.split(' ');
  const said: string[] = [];
  const told: string[] = [];
  const code = await runCommand(name, args, {
    config: read.config,
    print: (text) => said.push(text),
    tell: (text) => told.push(text),
    now: Date.now,
  });
  return { code, said: said.join('\n'), told: told.join('\n') };
}
/** A server on a data folder, with the secrets that are kept there. */
async function serve(name = 'data', dataKey: Uint8Array | null = null): Promise<TestServer> {
  const secrets = openSecrets(data(name), { secret: null, linkPepper: null });
  const db = await openDatabase(data(name));
  const server = await startTestServer({ store: createSqliteStore(db, openVault(db, dataKey)), secrets });
  cleanups.push(() => server.dispose());
  return server;
}
async function write(server: TestServer, roomId: string, token: string, ids: readonly string[]) {
  const peer = connectPeer(server, { roomId, token });
  await peer.synced;
  for (const id of ids) await peer.edit((doc) => doc.getMap('nodes').set(id, new Y.Map([['label', id]])));
  return peer;
}
const idsOf = (doc: Y.Doc): string[] => [...doc.getMap('nodes').keys()].sort();
async function idsAt(server: TestServer, link: Parameters<TestServer['session']>[0]): Promise<string[]> {
  const { token } = await server.session(link);
  const peer = await write(server, link.roomId, token, []);
  const ids = idsOf(peer.doc);
  await peer.close();
  return ids;
}

describe('backup and restore', () => {
  it('of a server under load hold everything that was acknowledged before, and open with the old links elsewhere', async () => {
    const server = await serve();
    const owner = await server.createRoom();
    const { token, principalProof, principal } = await server.session(owner);
    const peer = await write(server, owner.roomId, token, ['before']);
    let isOver = false;
    const load = (async () => {
      for (let count = 0; !isOver; count += 1)
        await peer.edit((doc) => doc.getMap('nodes').set(`n${count}`, new Y.Map([['label', 'x'.repeat(500)]])));
    })();
    await expect.poll(() => peer.doc.getMap('nodes').size).toBeGreaterThan(20);
    const before = idsOf(peer.doc);
    await peer.edit((doc) => doc.getMap('nodes').set('mark', 1));
    const file = join(folder, 'copy.db');
    expect(await command(`backup ${file}`)).toMatchObject({ code: 0, told: '' });
    isOver = true;
    await load;
    expect(statSync(secretsOf(file)).mode & 0o777).toBe(0o600);

    expect(await command(`restore ${file}`, { STRIDEBOARD_DATA: data('elsewhere') })).toMatchObject({ code: 0 });
    const elsewhere = await serve('elsewhere');
    const ids = await idsAt(elsewhere, owner);
    expect(before.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toContain('mark');
    expect((await elsewhere.session(owner, principalProof)).principal).toBe(principal);
    // A tab that was open all the time has what the copy lacks, and brings it along.
    const tab = connectPeer(elsewhere, {
      roomId: owner.roomId,
      token: (await elsewhere.session(owner, principalProof)).token,
      doc: peer.doc,
    });
    await tab.synced;
    await expect.poll(() => idsAt(elsewhere, owner)).toEqual(idsOf(peer.doc));
    await tab.close();
  });

  it('put what was there aside, and refuse while a server runs or when the copy is damaged', async () => {
    const server = await serve();
    const owner = await server.createRoom();
    const { token } = await server.session(owner);
    await (await write(server, owner.roomId, token, ['a'])).close();
    const file = join(folder, 'copy.db');
    await command(`backup ${file}`);
    await (await write(server, owner.roomId, token, ['later'])).close();
    await server.dispose();

    const lock = await lockFolder(data());
    expect((await command(`restore ${file}`)).told).toContain('Another program uses');
    lock.release();

    const damaged = join(folder, 'damaged.db');
    writeFileSync(damaged, readFileSync(file));
    const db = new Sqlite(damaged);
    db.exec("UPDATE upd SET blob = x'0001'; UPDATE snap SET blob = x'0001'");
    db.close();
    expect(await command(`restore ${damaged}`)).toMatchObject({
      code: 1,
      told: expect.stringContaining('nothing was changed') as string,
    });

    expect((await command(`restore ${file}`)).code).toBe(0);
    expect(readdirSync(data()).filter((name) => name.includes('before-restore'))).toHaveLength(1);
    expect(await idsAt(await serve(), owner)).toEqual(['a']);
  });

  it('bring a backup of an earlier version along', async () => {
    const file = join(folder, 'old.db');
    const old = new Sqlite(file);
    migrate(old, { migrations: MIGRATIONS.slice(0, 1) });
    old.prepare('INSERT INTO room (id, epoch, created_at) VALUES (?, 1, 5)').run('r'.repeat(22));
    old.close();
    expect((await command(`verify ${file}`)).told).toContain('schema 1');
    expect(await command(`restore ${file}`)).toMatchObject({ code: 0, told: '' });
    expect(await command('verify')).toMatchObject({ code: 0, said: '1 boards, 0 versions: everything loads.' });
  });

  it('never overwrite a file, and say what is missing', async () => {
    await (await serve()).dispose();
    const file = join(folder, 'there.db');
    writeFileSync(file, 'mine');
    expect((await command(`backup ${file}`)).told).toContain('exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await command('backup')).told).toContain('into which file');
    expect((await command(`backup ${join(folder, 'no', 'where.db')}`)).told).toContain('no folder');
    expect((await command('restore nothing.db')).told).toContain('which backup');
    expect((await command('verify', { STRIDEBOARD_DATA: data('nowhere') })).told).toContain('no database');
  });
});

describe('verify', () => {
  it('loads every board and version, and names what does not load', async () => {
    const server = await serve();
    const owner = await server.createRoom();
    const { token } = await server.session(owner);
    const peer = await write(server, owner.roomId, token, ['a', 'b']);
    const made = await server.request(API.versions(owner.roomId), { method: 'POST', token, body: { label: 'one' } });
    const { versionId } = await readJson<VersionSummary>(made);
    expect(await command('verify')).toMatchObject({ code: 0, said: '1 boards, 1 versions: everything loads.' });
    await peer.close();
    await server.dispose();
    const db = new Sqlite(join(data(), DATABASE_FILE));
    db.exec("UPDATE snap SET blob = x'00'; UPDATE version SET blob = x'00'");
    db.close();
    const { code, said } = await command('verify');
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`Board ${owner.roomId} does not load: .*hash.*\\nVersion ${versionId} .*hash.*\\n.* 2 problems`),
    );
  });
});

describe('rotate-key', () => {
  it('encrypts a database with a new key file, which the server then needs, backups included', async () => {
    const server = await serve();
    const owner = await server.createRoom();
    const { token } = await server.session(owner);
    await (await write(server, owner.roomId, token, ['secret-plan'])).close();
    await server.dispose();
    const key = join(folder, 'key');
    expect(await command(`rotate-key ${key}`)).toMatchObject({
      code: 0,
      said: expect.stringContaining('1 were encrypted') as string,
    });
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(data(), DATABASE_FILE), 'latin1')).not.toContain('secret-plan');

    const env = { STRIDEBOARD_DATA_KEY_FILE: key };
    expect((await command('verify')).told).toContain('is encrypted');
    expect((await command('verify', env)).code).toBe(0);
    const file = join(folder, 'sealed.db');
    expect((await command(`backup ${file}`, env)).code).toBe(0);
    expect((await command(`verify ${file}`)).code).toBe(1);
    expect((await command(`restore ${file}`, { ...env, STRIDEBOARD_DATA: data('sealed') })).code).toBe(0);

    const next = join(folder, 'next-key');
    expect((await command(`rotate-key ${next}`, env)).said).toContain('1 boards have a new key');
    expect((await command('verify', env)).told).toContain('another one');
    const bytes = Buffer.from(readFileSync(next, 'utf8').trim(), 'base64');
    expect(await idsAt(await serve('data', new Uint8Array(bytes)), owner)).toEqual(['secret-plan']);
  });
});

describe('commands about boards', () => {
  it('list them, export one, make a link for one, and show its audit log', async () => {
    const server = await serve();
    const owner = await server.createRoom();
    const { token, principal } = await server.session(owner);
    await (await write(server, owner.roomId, token, ['a'])).close();
    await server.request(API.room(owner.roomId), { method: 'PATCH', token, body: { locked: true } });
    expect((await command('rooms list')).said).toMatch(new RegExp(`\\n${owner.roomId} +1 +\\d+  \\S+Z  locked$`));

    const file = join(folder, 'board.yupdate');
    expect((await command(`export ${owner.roomId} ${file}`)).code).toBe(0);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, readFileSync(file));
    expect(idsOf(doc)).toEqual(['a']);

    const { said } = await command(`link ${owner.roomId} --role view --label Lost`);
    expect(said).toMatch(/^https:\/\/board\.example\/r\//);
    const link = parseBoardLink(said);
    if (!link.ok) throw new Error(link.problem);
    expect((await server.session(link.link)).role).toBe('view');

    await expect
      .poll(async () => (await command(`audit ${owner.roomId}`)).said)
      .toMatch(/link-created[\s\S]*locked[\s\S]*room-created/);
    expect((await command(`audit ${owner.roomId}`)).said).toContain(principal);
  });

  it('say what is wrong with what was asked', async () => {
    await (await serve()).dispose();
    const board = 'x'.repeat(22);
    expect((await command('rooms')).told).toContain('rooms list');
    expect((await command('export nobody')).told).toContain('which board');
    expect((await command(`export ${board} ${join(folder, 'x')}`)).told).toContain('no board');
    expect((await command(`link ${board} --role king`)).told).toContain('view|comment|edit|facilitate');
    expect((await command(`link ${board}`)).told).toContain('no board');
    expect(await command('dance')).toMatchObject({ code: 2, told: expect.stringContaining('rotate-key') as string });
    expect(await command('help')).toMatchObject({ code: 0, said: expect.stringContaining('rotate-key') as string });
  });
});

describe('backups by themselves', () => {
  const logger = pino({ level: 'silent' });
  async function plan(options: { verify?: boolean; keep?: number } = {}) {
    const server = await serve();
    await server.createRoom();
    const db = new Sqlite(join(data(), DATABASE_FILE), { readonly: true });
    cleanups.push(() => db.close());
    let clock = Date.UTC(2026, 0, 1);
    const results: boolean[] = [];
    const target = join(folder, 'backups');
    const backups = createBackups({
      plan: { every: 3_600_000, keep: options.keep ?? 2, folder: null },
      folder: target,
      copy: (file) => copyDatabase(db, file),
      keepSecrets: (file) => writeFileSync(secretsOf(file), '{}'),
      verify: () => Promise.resolve(options.verify ?? true),
      metrics: { backedUp: (ok) => results.push(ok) },
      logger,
      now: () => (clock += 1_000),
    });
    cleanups.push(() => backups.dispose());
    return { backups, results, names: () => readdirSync(target).sort() };
  }

  it('keep the newest ones, each whole', async () => {
    const { backups, results, names } = await plan();
    for (let count = 0; count < 4; count += 1) expect(await backups.run()).not.toBeNull();
    expect(results).toEqual([true, true, true, true]);
    const kept = names().filter((name) => name.endsWith('.db'));
    expect(kept).toHaveLength(2);
    expect(names()).toEqual(kept.flatMap((name) => [name, `${name}.secrets`]));
    expect((await command(`verify ${join(folder, 'backups', kept[0] ?? '')}`)).code).toBe(0);
  });

  it('that do not verify take no place of a good one', async () => {
    const { backups, results, names } = await plan({ verify: false });
    expect(await backups.run()).toBeNull();
    expect(results).toEqual([false]);
    expect(names().filter((name) => name.endsWith('.db'))).toEqual([]);
  });
});

describe('a folder lock', () => {
  it('is held by one at a time', async () => {
    mkdirSync(data());
    const first = await lockFolder(data());
    await expect(lockFolder(data())).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    first.release();
    (await lockFolder(data())).release();
    expect(existsSync(join(data(), 'strideboard.lock'))).toBe(true);
  });
});
