// The server's own secrets: taken from the environment, or made once and kept in the data folder, readable by the owner only.

import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys of the server: `session` signs tokens and proofs, `previousSession` signed them before (null = nothing did), `linkPepper` keys the
 * hashes of link secrets.
 */
export type Secrets = {
  readonly session: string;
  readonly previousSession: string | null;
  readonly linkPepper: string;
};

/** Names of the files that keep them in the data folder. */
export const SECRET_FILES = Object.freeze({ session: 'secret', linkPepper: 'link-pepper' } as const);

/** Thrown when a secret file exists but does not hold a secret. */
export class DamagedSecretError extends Error {
  override readonly name = 'DamagedSecretError';
}

/**
 * The secrets given, or those of the data folder, which is created when it is missing. Throws file system errors as they come, and
 * `DamagedSecretError` naming the file.
 */
export function openSecrets(
  folder: string,
  given: {
    readonly secret: string | null;
    readonly previousSecret?: string | null;
    readonly linkPepper: string | null;
  },
): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    session: given.secret ?? keptSecret(join(folder, SECRET_FILES.session)),
    previousSession: given.previousSecret ?? null,
    linkPepper: given.linkPepper ?? keptSecret(join(folder, SECRET_FILES.linkPepper)),
  };
}

function keptSecret(file: string): string {
  try {
    return readSecret(file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
  }
  // Complete or not there at all: a full disk or a crash must not leave an empty file that would make every link invalid.
  const draft = `${file}.${process.pid}.new`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      writeSync(handle, `${randomBytes(32).toString('base64url')}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecret(file);
}

function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new DamagedSecretError(`${file} does not hold a secret`);
  return secret;
}
