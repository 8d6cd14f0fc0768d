/** A short stable fingerprint of facts. */

import { type Fact, factKey } from './fact.ts';

/** 16 hexadecimal digits; equal for the same facts in any order. Not for security. */
export function fingerprint(facts: readonly Fact[]): string {
  const keys = [...new Set(facts.map(factKey))].sort();
  const text = keys.join('\n');
  return hash(text, 0x811c9dc5, 0x01000193) + hash(text, 0x9e3779b9, 0x85ebca6b);
}

/** 32-bit FNV-1a over UTF-16 code units with a final mix, so that the last characters reach all digits. */
function hash(text: string, seed: number, prime: number): string {
  let state = seed;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), prime);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0).toString(16).padStart(8, '0');
}
