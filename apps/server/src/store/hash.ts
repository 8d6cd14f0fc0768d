// Hashes of stored bytes: what is read must be what was written.

import { createHash } from 'node:crypto';

/** SHA-256 of some bytes. */
export function sha256(blob: Uint8Array): Uint8Array {
  return createHash('sha256').update(blob).digest();
}

/** Whether two hashes are the same. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
