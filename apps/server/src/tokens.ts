// Ids, link hashes, session tokens and principal proofs. Everything secret is compared in constant time.

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isRole, type Role } from '@strideboard/wire';
import type { Secrets } from './secrets.ts';

/** What a token says; `exp` is a time in ms. */
export type TokenClaims = {
  readonly room: string;
  readonly link: string;
  readonly role: Role;
  readonly principal: string;
  readonly epoch: number;
  readonly exp: number;
};

/** Result of reading a token. */
type TokenResult =
  | { readonly ok: true; readonly claims: TokenClaims }
  | { readonly ok: false; readonly problem: 'invalid' | 'expired' };

/** Makes and checks everything that proves something. */
export type Tokens = {
  /** Keyed hash under which a link's secret is stored. */
  linkMac(secret: string): Uint8Array;
  /** Whether a secret belongs to a stored hash; a null hash takes the same time and is never right. */
  isLinkSecret(secret: string, mac: Uint8Array | null): boolean;
  sign(claims: TokenClaims): string;
  /** Reads a token; `now` in ms. */
  read(token: string, now: number): TokenResult;
  /** Proof that a browser had this principal in this room before. */
  proof(room: string, principal: string): string;
  /** The principal of a valid proof for this room, or null. */
  principalOf(room: string, proof: string): string | null;
  /** Short keyed hash of a room id for logs. */
  roomHash(room: string): string;
};

const VERSION = 1;

/** 22 characters base64url, 128 random bits. */
export const newRoomId = (): string => randomBytes(16).toString('base64url');
/** 11 characters base64url, 64 random bits. */
export const newLinkId = (): string => randomBytes(8).toString('base64url');
/** 11 characters base64url, 64 random bits. */
export const newVersionId = (): string => randomBytes(8).toString('base64url');
/** 43 characters base64url, 256 random bits. */
export const newLinkSecret = (): string => randomBytes(32).toString('base64url');
/** 16 characters of `A-Za-z0-9_-`, 96 random bits. */
export const newPrincipal = (): string => randomBytes(12).toString('base64url');

/** Builds the tokens of one server from its secrets. */
export function createTokens(secrets: Secrets): Tokens {
  const kid = createHash('sha256').update(`kid ${secrets.session}`).digest('base64url').slice(0, 8);
  const hmac = (purpose: string, text: string, secret = secrets.session): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  /** What a server signed before its secret was changed stays good. */
  const accepted = [secrets.session, ...(secrets.previousSession === null ? [] : [secrets.previousSession])];
  const isMac = (expected: Uint8Array, given: Uint8Array): boolean =>
    expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
  const linkMac = (secret: string): Buffer => createHmac('sha256', secrets.linkPepper).update(secret).digest();
  const proof = (room: string, principal: string, secret = secrets.session): string =>
    `${principal}.${hmac('principal', `${room}\n${principal}`, secret).toString('base64url')}`;

  return {
    linkMac,
    isLinkSecret(secret, mac) {
      const given = linkMac(secret);
      return isMac(mac ?? Buffer.alloc(given.byteLength), given) && mac !== null;
    },
    sign(claims) {
      const payload = Buffer.from(JSON.stringify({ v: VERSION, kid, ...claims })).toString('base64url');
      return `${payload}.${hmac('token', payload).toString('base64url')}`;
    },
    read(token, now) {
      const [payload = '', mac = '', ...more] = token.split('.');
      const given = Buffer.from(mac, 'base64url');
      const genuine = more.length === 0 && accepted.some((secret) => isMac(hmac('token', payload, secret), given));
      const claims = genuine ? readClaims(payload) : null;
      if (claims === null) return { ok: false, problem: 'invalid' };
      return claims.exp <= now ? { ok: false, problem: 'expired' } : { ok: true, claims };
    },
    proof: (room, principal) => proof(room, principal),
    principalOf(room, given) {
      const [principal = ''] = given.split('.', 1);
      if (!/^[A-Za-z0-9_-]{16}$/.test(principal)) return null;
      const isGenuine = (secret: string): boolean =>
        isMac(Buffer.from(proof(room, principal, secret)), Buffer.from(given));
      return accepted.some(isGenuine) ? principal : null;
    },
    roomHash(room) {
      return hmac('log', room).toString('base64url').slice(0, 10);
    },
  };
}

function readClaims(payload: string): TokenClaims | null {
  const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null) return null;
  const { v, room, link, role, principal, epoch, exp } = value as Record<string, unknown>; // an object; each field is checked below
  if (v !== VERSION || !isRole(role) || typeof epoch !== 'number' || typeof exp !== 'number') return null;
  if (typeof room !== 'string' || typeof link !== 'string' || typeof principal !== 'string') return null;
  return { room, link, role, principal, epoch, exp };
}
