import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createFront, listenAddresses } from './front.ts';

function request(headers: Record<string, string>, address = '192.168.1.9'): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  return Object.assign(new IncomingMessage(socket), { headers });
}
const plain = createFront({ publicUrl: null, origins: [], trustProxy: [] });
const published = createFront({
  publicUrl: 'https://board.example',
  origins: ['https://wiki.example'],
  trustProxy: ['10.0.0.0/8'],
});

describe('known hosts', () => {
  it.each([
    'localhost:4747',
    '127.0.0.1:4747',
    '192.168.1.7:4747',
    '[::1]:4747',
    '[fe80::1]',
    'a.localhost',
    hostname(),
  ])('include %s', (host) => expect(plain.isKnownHost(request({ host }))).toBe(true));

  it.each([
    'evil.example:4747',
    'board.example',
    '',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'a@localhost/x',
  ])('exclude "%s", which a foreign page could take', (host) =>
    expect(plain.isKnownHost(request({ host }))).toBe(false),
  );

  it('include names the operator listed', () => {
    expect(published.isKnownHost(request({ host: 'board.example' }))).toBe(true);
    expect(published.isKnownHost(request({ host: 'wiki.example' }))).toBe(true);
  });
});

describe('known origins', () => {
  it('are those of the host the page came from', () => {
    const at = request({ host: '192.168.1.7:4747' });
    expect(plain.isKnownOrigin(at, 'http://192.168.1.7:4747')).toBe(true);
    for (const origin of [
      'http://192.168.1.7',
      'http://192.168.1.7:80',
      'http://evil.example:4747',
      'null',
      'file://',
      '',
    ]) {
      expect(plain.isKnownOrigin(at, origin)).toBe(false);
    }
  });

  it('are those listed, also behind a proxy that changes the host', () => {
    const at = request({ host: 'localhost:4747' });
    expect(published.isKnownOrigin(at, 'https://board.example')).toBe(true);
    expect(published.isKnownOrigin(at, 'https://wiki.example')).toBe(true);
    expect(published.isKnownOrigin(at, 'http://board.example')).toBe(false);
  });
});

describe('addresses of clients', () => {
  it('ignore forwarded headers of strangers', () => {
    expect(plain.addressKey(request({ 'x-forwarded-for': '1.2.3.4' }))).toBe('192.168.1.9');
    expect(published.addressKey(request({ 'x-forwarded-for': '1.2.3.4' }))).toBe('192.168.1.9');
  });

  it('are the last untrusted hop behind a listed proxy', () => {
    const at = request({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4, 10.0.0.2' }, '::ffff:10.0.0.1');
    expect(published.addressKey(at)).toBe('1.2.3.4');
  });

  it('are networks for IPv6', () => {
    expect(plain.addressKey(request({}, '2001:db8:1:2:3:4:5:6'))).toBe('2001:db8:1:2::/64');
    expect(plain.addressKey(request({}, '2001:db8::6'))).toBe('2001:db8:0:0::/64');
  });
});

describe('schemes', () => {
  it('make links and socket origins', () => {
    const lan = request({ host: '192.168.1.7:4747' });
    expect([plain.linkOrigin(lan), ...plain.socketOrigins(lan)]).toEqual([
      'http://192.168.1.7:4747',
      'ws://192.168.1.7:4747',
    ]);
    expect(plain.isTrustworthy(lan)).toBe(false);
    expect(plain.isTrustworthy(request({ host: 'localhost:4747' }))).toBe(true);
    const tls = request({ host: 'board.example', 'x-forwarded-proto': 'https' }, '10.0.0.1');
    expect([published.linkOrigin(tls), ...published.socketOrigins(tls)]).toEqual([
      'https://board.example',
      'wss://board.example',
    ]);
  });
});

describe('listenAddresses', () => {
  it('name this computer first', () => {
    expect(listenAddresses('127.0.0.1', 4747)).toEqual(['http://localhost:4747']);
    expect(listenAddresses('0.0.0.0', 1)[0]).toBe('http://localhost:1');
    expect(listenAddresses('192.168.1.7', 1)).toEqual(['http://192.168.1.7:1']);
  });
});
