/** Turning typed text into entries of a list. */
import type { Scalar } from '@strideboard/model';

/** The typed entries, split at commas and line breaks, without repetitions and what the list has already; `null` when one of them is no number but must be. */
export function parseTokens(text: string, items: string | undefined, has: readonly Scalar[]): readonly Scalar[] | null {
  const words = text
    .split(/[,\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const fresh = new Set<Scalar>();
  for (const word of words) {
    const value = items === 'number' ? Number(word) : word;
    if (typeof value === 'number' && !Number.isFinite(value)) return null;
    if (!has.includes(value)) fresh.add(value);
  }
  return [...fresh];
}
