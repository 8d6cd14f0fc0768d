/**
 * A model inside a PNG file (PNG, third edition, 11.3.3.4 iTXt): its native file as a compressed international text chunk with our keyword
 * right behind the header. Image programs pass over chunks they do not know; some drop them when they save.
 */

import { Unzlib, zlibSync } from 'fflate';
import { crc32 } from './crc32.ts';

const KEYWORD = 'strideboard';
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Length, type and checksum of a chunk, bytes. */
const FRAME = 12;
/** A chunk's text before its compressed part: keyword, end, compressed, method, no language, no translated keyword. */
const HEAD = [...new TextEncoder().encode(KEYWORD), 0, 1, 0, 0, 0] as const;

/** Whether the bytes begin as a PNG file does. */
export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

/** The image with the native file inside; one that stood there is replaced. Throws for what is no PNG. */
export function embedInPng(png: Uint8Array, native: string): Uint8Array {
  const header = isPng(png) ? chunksOf(png).next().value : undefined;
  if (header?.type !== 'IHDR') throw new Error('embedInPng: the bytes are no PNG');
  const packed = zlibSync(new TextEncoder().encode(native), { level: 9 });
  const others = [...chunksOf(png)].filter((other) => other.at !== header.at && !isOurs(other));
  const parts = [
    Uint8Array.from(SIGNATURE),
    png.subarray(header.at, header.end),
    chunk('iTXt', Uint8Array.from([...HEAD]), packed),
    ...others.map(({ at, end }) => png.subarray(at, end)),
  ];
  return joined(parts);
}

/**
 * The native file inside a PNG: `none` where there is none, `broken` where the image is cut off or its text damaged, `too-large` where it
 * unpacks to more than the limit (bytes).
 */
export function readFromPng(
  png: Uint8Array,
  limit: number,
): { readonly native: string } | 'none' | 'broken' | 'too-large' {
  if (!isPng(png)) return 'broken';
  let ended = false;
  for (const found of chunksOf(png)) {
    if (isOurs(found)) return found.isSound ? unpack(found.data.subarray(HEAD.length), limit) : 'broken';
    ended = found.type === 'IEND';
  }
  return ended ? 'none' : 'broken';
}

function unpack(packed: Uint8Array, limit: number): { readonly native: string } | 'broken' | 'too-large' {
  const parts: Uint8Array[] = [];
  let [size, ended] = [0, false];
  const stream = new Unzlib((part, last) => {
    parts.push(part);
    size += part.length;
    ended = last;
  });
  try {
    // In small pieces, so that a text that unpacks to gigabytes is given up early.
    for (let at = 0; at < packed.length && size <= limit; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
    if (size > limit) return 'too-large';
    return ended ? { native: new TextDecoder('utf-8', { fatal: true }).decode(joined(parts)) } : 'broken';
  } catch {
    return 'broken';
  }
}

/** Packed bytes unpacked at once: at most a thousand times as many come out. */
const PIECE = 4_096;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where it begins and ends in the file, its frame included. */
  readonly at: number;
  readonly end: number;
  /** Whether its checksum is right. */
  readonly isSound: boolean;
}

/** The whole chunks of an image, up to its end or to where it is cut off. */
function* chunksOf(png: Uint8Array): Generator<Chunk, undefined> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at: number = SIGNATURE.length;
  while (at + FRAME <= png.length) {
    const end = at + FRAME + view.getUint32(at);
    if (end > png.length) return;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const isSound = crc32(png.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
    yield { type, data: png.subarray(at + 8, end - 4), at, end, isSound };
    if (type === 'IEND') return;
    at = end;
  }
}

const isOurs = ({ type, data }: Chunk): boolean => type === 'iTXt' && HEAD.every((byte, at) => data[at] === byte);

function chunk(type: string, ...data: readonly Uint8Array[]): Uint8Array {
  const body = joined([new TextEncoder().encode(type), ...data]);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length - 4);
  bytes.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
