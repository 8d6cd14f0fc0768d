import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('listens on this computer only, port 4747, when nothing is set', () => {
    const result = readConfig({ PORT: ' ', STRIDEBOARD_PUBLIC_URL: '' });
    expect(result).toMatchObject({
      ok: true,
      config: { host: '127.0.0.1', port: 4747, dataFolder: '.strideboard', publicUrl: null, openCreate: true },
    });
  });

  it('reads addresses, lists and numbers', () => {
    const result = readConfig({
      PORT: '0',
      STRIDEBOARD_PUBLIC_URL: 'https://Board.Example/',
      STRIDEBOARD_ORIGINS: 'https://a.example, http://b.example:8080',
      STRIDEBOARD_TRUST_PROXY: '10.0.0.0/8',
      STRIDEBOARD_TOKEN_TTL: '60',
      STRIDEBOARD_OPEN_CREATE: '0',
    });
    expect(result).toMatchObject({
      config: {
        port: 0,
        publicUrl: 'https://board.example',
        origins: ['https://a.example', 'http://b.example:8080'],
        trustProxy: ['10.0.0.0/8'],
        openCreate: false,
        timing: { tokenLife: 60_000 },
      },
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['STRIDEBOARD_PUBLIC_URL', 'board.example'],
    ['STRIDEBOARD_PUBLIC_URL', 'https://board.example/strideboard'],
    ['STRIDEBOARD_ORIGINS', 'ftp://x'],
    ['STRIDEBOARD_SECRET', 'short'],
    ['STRIDEBOARD_TRUST_PROXY', 'proxy.example'],
    ['STRIDEBOARD_TRUST_PROXY', '10.0.0.0/64'],
    ['STRIDEBOARD_LOG', 'loud'],
    ['STRIDEBOARD_OPEN_CREATE', 'no'],
    ['STRIDEBOARD_ROOM_BYTES', '-1'],
  ])('names %s when it is "%s"', (name, value) => {
    const result = readConfig({ [name]: value });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems).toEqual([expect.stringContaining(name)]);
  });
});

describe('the page of settings', () => {
  const page = readFileSync(new URL('../../../docs/server-settings.md', import.meta.url), 'utf8');
  const code = readFileSync(new URL('config.ts', import.meta.url), 'utf8');
  const rows = new Map(
    [...page.matchAll(/^\| `((?:STRIDEBOARD_)?[A-Z_]+)` +\| (?:`([^`]*)`)?/gm)].map(([, name = '', value]) => [
      name,
      value,
    ]),
  );

  it('has a row for every variable that is read, and no other', () => {
    const read = new Set([...code.matchAll(/'((?:STRIDEBOARD_[A-Z_]+)|HOST|PORT)'/g)].map(([, name = '']) => name));
    expect([...rows.keys()].sort()).toEqual([...read].sort());
  });

  it('says defaults that are the defaults', () => {
    const numbers = [...rows].filter(([name, value]) => /^\d+$/.test(value ?? '') && name !== 'HOST');
    expect(numbers.length).toBeGreaterThan(25);
    for (const [name, value = ''] of numbers) {
      const beside = name === 'STRIDEBOARD_BACKUP_KEEP' ? { STRIDEBOARD_BACKUP_EVERY: '24' } : {};
      const defaults = readConfig(beside);
      const other = value === '1' ? '0' : value === '0' ? '1' : String(Number(value) + 1);
      expect([name, readConfig({ ...beside, [name]: value })]).toEqual([name, defaults]);
      expect([name, readConfig({ ...beside, [name]: other })]).not.toEqual([name, defaults]);
    }
  });
});

describe('a data key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'strideboard-config-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const hex = '0f'.repeat(32);
  const base64 = Buffer.from(hex, 'hex').toString('base64');

  it('is read from a variable or a file, as base64 or hexadecimal digits', () => {
    const file = join(folder, 'key');
    writeFileSync(file, `${base64}\n`);
    for (const env of [
      { STRIDEBOARD_DATA_KEY: hex },
      { STRIDEBOARD_DATA_KEY: base64 },
      { STRIDEBOARD_DATA_KEY_FILE: file },
    ]) {
      expect(readConfig(env)).toMatchObject({ config: { dataKey: new Uint8Array(32).fill(0x0f) } });
    }
  });

  it.each<[string, Record<string, string>]>([
    ['is too short', { STRIDEBOARD_DATA_KEY: hex.slice(2) }],
    ['is not in its file', { STRIDEBOARD_DATA_KEY_FILE: '/nowhere/key' }],
    ['is given twice', { STRIDEBOARD_DATA_KEY: hex, STRIDEBOARD_DATA_KEY_FILE: '/nowhere/key' }],
  ])('that %s is a problem', (_, env) => {
    const result = readConfig(env);
    expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining('STRIDEBOARD_DATA_KEY')]);
  });
});
