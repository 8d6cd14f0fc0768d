// Comparing secrets that people set: in a time that says nothing about them.

import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a text is the secret. */
export function isSameText(text: string, secret: string): boolean {
  const digest = (part: string): Buffer => createHash('sha256').update(part).digest();
  return timingSafeEqual(digest(text), digest(secret));
}
