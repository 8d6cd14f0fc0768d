// Encryption at rest. Every blob of a room is sealed with the room's own random key, which is stored wrapped by the operator's data key.
//
// A sealed blob is bound to its place (table, room, epoch, number): it cannot be moved to another row, room or epoch and still open. Rooms
// without a wrapped key are stored as they are; that is how rooms are from before encryption was switched on, until the key is rotated.

import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DamagedRoomError } from './store.ts';

/** Where a blob is stored; `seq` is the row's number, or the id of a version. */
type BlobPlace = {
  readonly table: 'upd' | 'snap' | 'version';
  readonly room: string;
  readonly epoch: number;
  readonly seq: number | string;
};

/** Seals and opens blobs. `key` is a room's wrapped key, null when the room is stored as it is. */
export type Vault = {
  /** A new wrapped key for a room, or null when nothing is encrypted. */
  newKey(room: string): Uint8Array | null;
  seal(key: Uint8Array | null, place: BlobPlace, bytes: Uint8Array): Uint8Array;
  /** Throws `DamagedRoomError` when the bytes are not what was sealed for this place. */
  open(key: Uint8Array | null, place: BlobPlace, bytes: Uint8Array): Uint8Array;
};

const CIPHER = 'aes-256-gcm';
const FORMAT = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** How many bytes a sealed blob is longer than what it holds. */
export const SEAL_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

const KEYS_REMEMBERED = 4_096;

/** A vault without a key: everything is stored as it is. */
export function createOpenVault(): Vault {
  return {
    newKey: () => null,
    seal: (key, place, bytes) => (key === null ? bytes : locked(place)),
    open: (key, place, bytes) => (key === null ? bytes : locked(place)),
  };
}

/** A vault on a data key of 32 bytes. */
export function createVault(dataKey: Uint8Array): Vault {
  const unwrapped = new Map<string, Uint8Array>();
  const keyOf = (wrapped: Uint8Array, room: string): Uint8Array => {
    const name = Buffer.from(wrapped).toString('base64');
    const known = unwrapped.get(name);
    if (known !== undefined) return known;
    const key = decrypt(dataKey, keyPlace(room), wrapped);
    if (unwrapped.size >= KEYS_REMEMBERED) unwrapped.clear();
    unwrapped.set(name, key);
    return key;
  };
  return {
    newKey: (room) => wrapKey(dataKey, room, randomBytes(KEY_BYTES)),
    seal: (key, place, bytes) => (key === null ? bytes : encrypt(keyOf(key, place.room), nameOf(place), bytes)),
    open: (key, place, bytes) => (key === null ? bytes : decrypt(keyOf(key, place.room), nameOf(place), bytes)),
  };
}

/** A room's wrapped key under another data key: what it seals stays as it is. */
export function rewrapKey(wrapped: Uint8Array, room: string, from: Uint8Array, to: Uint8Array): Uint8Array {
  return wrapKey(to, room, decrypt(from, keyPlace(room), wrapped));
}

/** What tells later whether a data key is the one a database was written with; says nothing about the key. */
export function checkValueOf(dataKey: Uint8Array): string {
  return createHmac('sha256', dataKey).update('strideboard data key').digest('base64url');
}

/** Whether a data key is the one of a check value. */
export function isDataKeyOf(dataKey: Uint8Array, checkValue: string): boolean {
  const [mine, given] = [Buffer.from(checkValueOf(dataKey)), Buffer.from(checkValue)];
  return mine.byteLength === given.byteLength && timingSafeEqual(mine, given);
}

const keyPlace = (room: string): string => `key\n${room}`;
const nameOf = ({ table, room, epoch, seq }: BlobPlace): string => `${table}\n${room}\n${epoch}\n${seq}`;
const wrapKey = (dataKey: Uint8Array, room: string, key: Uint8Array): Uint8Array =>
  encrypt(dataKey, keyPlace(room), key);

function locked({ table }: BlobPlace): never {
  throw new DamagedRoomError(`vault: a blob of ${table} is encrypted and there is no data key`);
}

function encrypt(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]);
}

function decrypt(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== FORMAT || bytes.byteLength < SEAL_BYTES) throw new DamagedRoomError('vault: bytes are not sealed');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, SEAL_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
    decipher.setAuthTag(tag);
    return Uint8Array.from(Buffer.concat([decipher.update(bytes.subarray(SEAL_BYTES)), decipher.final()]));
  } catch {
    throw new DamagedRoomError('vault: sealed bytes are not what was written, or belong to another place');
  }
}
