/** Breaking a text into lines that fit a width. */

import { measureText, type TextStyle } from './measure-text.ts';

/** Room for a text. */
export interface WrapOptions extends TextStyle {
  /** px */
  readonly width: number;
  readonly maxLines: number;
}

const ELLIPSIS = '…';

/**
 * The lines of a text: broken at spaces, after `-`, `/`, `.`, `_`, `:` and `@` where a word is too long, and at any character where even that
 * does not fit. What exceeds `maxLines` is cut with an ellipsis. No lines for an empty text or no room; white space is folded.
 */
export function wrapText(text: string, { width, maxLines, size, weight }: WrapOptions): readonly string[] {
  const style: TextStyle = { size, weight };
  const fits = (line: string): boolean => measureText(line, style) <= width;
  const words = text.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  if (words.length === 0 || maxLines < 1 || width <= 0) return [];

  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (fits(word)) {
      lines.push(line);
      line = word;
    } else {
      // A word wider than a line: fill up what is left of this line only where the word may be broken.
      const pieces = breakable(word, fits);
      for (const [at, piece] of pieces.entries()) {
        const glued = at === 0 && line !== '' ? `${line} ${piece}` : at === 0 ? piece : line + piece;
        if (fits(glued)) {
          line = glued;
          continue;
        }
        if (line !== '') lines.push(line);
        line = piece;
      }
    }
    if (lines.length > maxLines) break;
  }
  lines.push(line);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines - 1);
  return [...kept, cut(lines[maxLines - 1] ?? '', fits)];
}

/** Pieces of a word that each fit a line: at its own joints first, then at characters. */
function breakable(word: string, fits: (line: string) => boolean): readonly string[] {
  return (word.match(/[^-/._:@]*[-/._:@]+|[^-/._:@]+$/gu) ?? [word]).flatMap((piece) => {
    if (fits(piece)) return [piece];
    const parts: string[] = [];
    let part = '';
    for (const character of piece) {
      if (part !== '' && !fits(part + character)) {
        parts.push(part);
        part = '';
      }
      part += character;
    }
    return [...parts, part];
  });
}

/** The line with an ellipsis at its end, shortened until it fits. */
function cut(line: string, fits: (line: string) => boolean): string {
  const characters = Array.from(line);
  while (characters.length > 0 && !fits(characters.join('') + ELLIPSIS)) characters.pop();
  return characters.join('').trimEnd() + ELLIPSIS;
}
