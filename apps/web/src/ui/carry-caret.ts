/** Where a caret belongs after a text was changed by somebody else. */

/** The place, in UTF-16 units, between the same letters as before; at the edge of the change when those are gone. */
export function carryCaret(at: number, before: string, after: string): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  if (at <= start) return at;
  const shortest = Math.min(before.length, after.length) - start;
  let end = 0;
  while (end < shortest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (at >= before.length - end) return at + after.length - before.length;
  return after.length - end;
}
