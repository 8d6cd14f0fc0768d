import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedSecretError, openSecrets } from './secrets.ts';
import { createTokens, newLinkId, newLinkSecret, newPrincipal, newRoomId, type TokenClaims } from './tokens.ts';

const tokens = createTokens({ session: 's'.repeat(32), previousSession: null, linkPepper: 'p'.repeat(32) });
const strange = createTokens({ session: 'x'.repeat(32), previousSession: null, linkPepper: 'y'.repeat(32) });
const claims: TokenClaims = { room: 'room', link: 'link', role: 'edit', principal: 'alice', epoch: 1, exp: 1_000 };

describe('session tokens', () => {
  it('are read back until they expire', () => {
    const token = tokens.sign(claims);
    expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(tokens.read(token, 999)).toEqual({ ok: true, claims });
    expect(tokens.read(token, 1_000)).toEqual({ ok: false, problem: 'expired' });
  });

  it('of another server, changed or cut are invalid', () => {
    const [payload = '', mac = ''] = tokens.sign(claims).split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, v: 1, role: 'facilitate' })).toString('base64url');
    for (const token of [
      strange.sign(claims),
      `${forged}.${mac}`,
      payload,
      `${payload}.`,
      '',
      '.',
      `${payload}.${mac}.x`,
    ]) {
      expect(tokens.read(token, 0)).toEqual({ ok: false, problem: 'invalid' });
    }
  });
});

describe('a secret that was changed', () => {
  const changed = createTokens({
    session: 'n'.repeat(32),
    previousSession: 's'.repeat(32),
    linkPepper: 'p'.repeat(32),
  });

  it('leaves what the one before signed good: tokens, and who people are', () => {
    expect(changed.read(tokens.sign(claims), 0)).toEqual({ ok: true, claims });
    const principal = newPrincipal();
    expect(changed.principalOf('room', tokens.proof('room', principal))).toBe(principal);
    expect(changed.read(strange.sign(claims), 0)).toEqual({ ok: false, problem: 'invalid' });
    expect(changed.principalOf('room', strange.proof('room', principal))).toBeNull();
  });

  it('signs with the new one', () => {
    expect(changed.read(changed.sign(claims), 0)).toEqual({ ok: true, claims });
    expect(tokens.read(changed.sign(claims), 0)).toEqual({ ok: false, problem: 'invalid' });
  });
});

describe('link secrets', () => {
  it('match their own hash only, and never a missing one', () => {
    const secret = newLinkSecret();
    expect(tokens.isLinkSecret(secret, tokens.linkMac(secret))).toBe(true);
    expect(tokens.isLinkSecret(newLinkSecret(), tokens.linkMac(secret))).toBe(false);
    expect(tokens.isLinkSecret(secret, strange.linkMac(secret))).toBe(false);
    expect(tokens.isLinkSecret(secret, null)).toBe(false);
  });
});

describe('principal proofs', () => {
  it('hold for their room and principal only', () => {
    const principal = newPrincipal();
    const proof = tokens.proof('room', principal);
    expect(tokens.principalOf('room', proof)).toBe(principal);
    expect(tokens.principalOf('other', proof)).toBeNull();
    expect(tokens.principalOf('room', proof.replace(principal, newPrincipal()))).toBeNull();
    expect(tokens.principalOf('room', 'nonsense')).toBeNull();
  });
});

describe('ids', () => {
  it('have the lengths that links and paths expect', () => {
    expect([newRoomId(), newLinkId(), newLinkSecret(), newPrincipal()].map((id) => id.length)).toEqual([
      22, 11, 43, 16,
    ]);
  });
});

describe('openSecrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'strideboard-secrets-')), 'data');
  });
  afterEach(() => {
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });
  const none = { secret: null, linkPepper: null };

  it('makes two secrets once, readable by the owner only', () => {
    const first = openSecrets(folder, none);
    expect(first.session).not.toBe(first.linkPepper);
    expect(openSecrets(folder, none)).toEqual(first);
    for (const name of ['secret', 'link-pepper']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('prefers given secrets', () => {
    expect(openSecrets(folder, { secret: 'g'.repeat(32), linkPepper: null }).session).toBe('g'.repeat(32));
  });

  it('refuses a file that was emptied, instead of making all links invalid', () => {
    openSecrets(folder, none);
    writeFileSync(join(folder, 'link-pepper'), '');
    expect(() => openSecrets(folder, none)).toThrow(DamagedSecretError);
  });
});
