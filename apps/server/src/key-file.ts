// A key of 32 bytes as people write it down: base64, base64url or hexadecimal, in a variable or in a file.

import { readFileSync } from 'node:fs';

const KEY_BYTES = 32;

/** The key in a text, or null when it holds none. */
export function readDataKey(text: string): Uint8Array | null {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'hex'));
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return null;
  const bytes = Uint8Array.from(Buffer.from(trimmed, 'base64'));
  return bytes.byteLength === KEY_BYTES ? bytes : null;
}

/** The text of a key file, or null when it cannot be read. */
export function readKeyFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // told to the operator together with what the file should hold
  }
}
