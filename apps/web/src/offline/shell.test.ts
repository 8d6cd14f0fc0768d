// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type ShellRequest, wanted } from './shell.ts';

const ORIGIN = 'https://board.example';
const FILES = ['/', '/mark.svg', '/assets/index-abc.js'];

const ask = (path: string, change: Partial<ShellRequest> = {}) =>
  wanted(
    { method: 'GET', mode: 'cors', url: new URL(path, ORIGIN).href, headers: new Headers(), ...change },
    ORIGIN,
    FILES,
  );
const navigate = (path: string) => ask(path, { mode: 'navigate' });

describe('what the service worker answers', () => {
  it('answers pages of the start and of boards, whatever stands behind the # sign', () => {
    expect(navigate('/')).toEqual({ kind: 'page' });
    expect(navigate('/?from=mail')).toEqual({ kind: 'page' });
    expect(navigate('/r/abcdefghijklmnopqrstuv#link.secret')).toEqual({ kind: 'page' });
  });

  it('answers files of this build and hashed files of any other', () => {
    expect(ask('/mark.svg')).toEqual({ kind: 'file', path: '/mark.svg' });
    expect(ask('/assets/index-abc.js')).toEqual({ kind: 'file', path: '/assets/index-abc.js' });
    expect(ask('/assets/of-an-older-build-1.js?x')).toEqual({ kind: 'file', path: '/assets/of-an-older-build-1.js' });
  });

  it.each([
    '/api/session',
    '/api/rooms/abc/export',
    '/sync/abc',
    '/metrics',
    '/healthz',
    '/readyz',
    '/sw.js',
    '/shell.json',
    '/robots.txt',
  ])('leaves %s alone, asked for by a script or opened as a page', (path) => {
    expect(ask(path)).toBeNull();
    expect(navigate(path)).toBeNull();
  });

  it('leaves alone what writes, what carries authority, what asks for a part, and other sites', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])
      expect(ask('/assets/index-abc.js', { method })).toBeNull();
    expect(ask('/assets/index-abc.js', { headers: new Headers({ authorization: 'Bearer t' }) })).toBeNull();
    expect(ask('/assets/index-abc.js', { headers: new Headers({ range: 'bytes=0-9' }) })).toBeNull();
    expect(ask('https://elsewhere.example/assets/index-abc.js')).toBeNull();
    expect(ask('/r/one/two', { mode: 'navigate' })).toBeNull();
    expect(ask('/')).toBeNull();
  });
});
