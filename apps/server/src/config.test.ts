import { describe, expect, it } from 'vitest';
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
