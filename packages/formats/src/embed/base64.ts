/** Base64 (RFC 4648, with padding), the same in the browser and on the command line. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Bytes turned into text at once: so many characters a call takes without trouble. A multiple of three. */
const CHUNK = 0x6000;

/** The bytes as text. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const part: string[] = [];
    const to = Math.min(from + CHUNK, bytes.length);
    for (let at = from; at < to; at += 3) {
      const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      const known = Math.min(3, to - at);
      part.push(
        letter(bits >> 18),
        letter(bits >> 12),
        known > 1 ? letter(bits >> 6) : '=',
        known > 2 ? letter(bits) : '=',
      );
    }
    text += part.join('');
  }
  return text;
}

/** The bytes that a text stands for, white space in it passed over; `null` for what is no Base64. */
export function fromBase64(text: string): Uint8Array | null {
  const bare = text.replace(/\s+/gu, '');
  const letters = bare.replace(/={1,2}$/u, '');
  if (bare.length % 4 !== 0 || letters.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (let place = 0; place < letters.length; place += 1) {
    const value = VALUES[letters.charCodeAt(place)] ?? -1;
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xff_ff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
}

const letter = (bits: number): string => ALPHABET.charAt(bits & 0x3f);
const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));
