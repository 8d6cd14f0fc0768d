/** Globs over ids: `*` stands for any run of characters, everything else for itself. */

/** Whether the text matches the glob. Linear in the length of the text times the number of stars. */
export function matchesGlob(glob: string, text: string): boolean {
  const pieces = glob.split('*');
  const [first = ''] = pieces;
  if (pieces.length === 1) return glob === text;
  if (!text.startsWith(first)) return false;
  const last = pieces[pieces.length - 1] ?? '';
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Whether the text has a star. */
export const isGlob = (text: string): boolean => text.includes('*');
