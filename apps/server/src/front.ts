// What a request says about the way it came: address, scheme, host, origin. Forwarded headers count only from listed proxies.
//
// DNS rebinding: a foreign page can give its own name the address of this server; its requests then carry that name as Host and as
// Origin, which match. So the Host must be one that a foreign page cannot take: an address literal, localhost, this computer's own name
// (plain and under .local), or a name the operator has listed with STRIDEBOARD_PUBLIC_URL or STRIDEBOARD_ORIGINS. Everything else is
// answered with 421 and a sentence that says which variable to set.

import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** Answers about requests, for one configuration. */
export type Front = {
  /** Address of the client for rate limits: IPv4, or the /64 network of IPv6. */
  addressKey(request: IncomingMessage): string;
  /** Whether the browser's connection is encrypted. */
  isSecure(request: IncomingMessage): boolean;
  /** Whether the browser treats the page as trustworthy: encrypted, or served from this computer. */
  isTrustworthy(request: IncomingMessage): boolean;
  /** Whether the Host header names this server (see above). */
  isKnownHost(request: IncomingMessage): boolean;
  /** Whether a page of this Origin may talk to the server: same host, or listed. */
  isKnownOrigin(request: IncomingMessage, origin: string): boolean;
  /** Origin that links are built with. */
  linkOrigin(request: IncomingMessage): string;
  /** WebSocket origins for the content security policy. */
  socketOrigins(request: IncomingMessage): readonly string[];
};

/** Builds the answers for one configuration. */
export function createFront(config: Pick<Config, 'publicUrl' | 'origins' | 'trustProxy'>): Front {
  const proxies = toBlockList(config.trustProxy);
  const listed = [...(config.publicUrl === null ? [] : [config.publicUrl]), ...config.origins];
  const listedHosts = new Set(listed.map((origin) => new URL(origin).host));
  const ownName = hostname().toLowerCase();
  const ownNames = new Set([
    ownName,
    ownName.split('.', 1)[0] ?? ownName,
    `${ownName.split('.', 1)[0] ?? ownName}.local`,
  ]);

  const isProxy = (address: string): boolean =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const peer = (request: IncomingMessage): string => plainAddress(request.socket.remoteAddress ?? '');
  const forwarded = (request: IncomingMessage, name: string): string[] =>
    isProxy(peer(request))
      ? String(request.headers[name] ?? '')
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : [];

  const hostOf = (request: IncomingMessage): string => {
    const raw = request.headers.host ?? '';
    const url = URL.canParse(`http://${raw}`) ? new URL(`http://${raw}`) : null;
    return url === null || url.pathname !== '/' || url.username !== '' ? '' : url.host;
  };
  const isSecure = (request: IncomingMessage): boolean => {
    if ('encrypted' in request.socket) return true;
    if (forwarded(request, 'x-forwarded-proto').at(-1) === 'https') return true;
    return listed.includes(`https://${hostOf(request)}`);
  };
  const ownOrigin = (request: IncomingMessage): string =>
    `${isSecure(request) ? 'https' : 'http'}://${hostOf(request)}`;

  return {
    isSecure,
    addressKey(request) {
      const hops = [...forwarded(request, 'x-forwarded-for').map(plainAddress), peer(request)];
      const client = hops.findLast((address) => !isProxy(address)) ?? peer(request);
      return isIP(client) === 6 ? `${expandIPv6(client).slice(0, 4).join(':')}::/64` : client;
    },
    isTrustworthy(request) {
      return isSecure(request) || isLoopbackName(nameOf(hostOf(request)));
    },
    isKnownHost(request) {
      const host = hostOf(request);
      const name = nameOf(host);
      if (host === '') return false;
      return listedHosts.has(host) || isLoopbackName(name) || isIP(name) !== 0 || ownNames.has(name);
    },
    isKnownOrigin(request, origin) {
      if (listed.includes(origin)) return true;
      const url = URL.canParse(origin) ? new URL(origin) : null;
      return url !== null && /^https?:$/.test(url.protocol) && url.host !== '' && url.host === hostOf(request);
    },
    linkOrigin(request) {
      return config.publicUrl ?? ownOrigin(request);
    },
    socketOrigins(request) {
      return [...new Set([ownOrigin(request), ...(config.publicUrl === null ? [] : [config.publicUrl])])].map(
        (origin) => origin.replace(/^http/, 'ws'),
      );
    },
  };
}

/** Base addresses of a listening server, loopback first; for a server on all interfaces those of the local network follow. */
export function listenAddresses(host: string, port: number): string[] {
  const name = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address);
  if (host === '0.0.0.0' || host === '::') {
    const local = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => address.family === 'IPv4' && !address.internal)
      .map((address) => address.address);
    return ['localhost', ...new Set(local)].map((address) => `http://${name(address)}:${port}`);
  }
  return [`http://${host === '127.0.0.1' || host === '::1' ? 'localhost' : name(host)}:${port}`];
}

/** Whether a bind address can be reached from this computer only. */
export function isLoopbackHost(host: string): boolean {
  return isLoopbackName(host);
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

function nameOf(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

function expandIPv6(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right];
}

function toBlockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
