/**
 * The letters a PDF file can show: those of the fonts inside it. What the fonts do not have is shown as a box, and remembered with its place,
 * so that nothing is lost silently. Widths are the fonts' own, hence the same lines in the browser and on the command line.
 */

import { pdfWidths } from './font-widths.ts';

/** Weight of a text. */
export type Weight = 400 | 600;

/** Measures and prepares texts. */
export interface Letters {
  /** The text as the fonts can show it; what they cannot is noted under the place. */
  readonly shown: (text: string, place: string) => string;
  /** Advance width, pt. */
  readonly width: (text: string, size: number, weight: Weight) => number;
  /** Characters that are shown as a box, by place, in the order they came. */
  readonly missing: () => ReadonlyMap<string, readonly string[]>;
}

const BOX = '□';

/** Makes the letters of one file. */
export function createLetters(): Letters {
  const widths = { 400: tableOf(400), 600: tableOf(600) } as const;
  const missing = new Map<string, Set<string>>();
  const one = (character: string, place: string): string => {
    const code = character.codePointAt(0) ?? 0;
    if (widths[400].has(code)) return character;
    if (/\s/u.test(character)) return ' ';
    // What turns, joins or varies other letters has no shape of its own.
    if (/[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}]/u.test(character)) return '';
    const known = missing.get(place);
    if (known === undefined) missing.set(place, new Set([character]));
    else known.add(character);
    return BOX;
  };
  return {
    shown: (text, place) => {
      if (/^[\u0020-\u007E\n]*$/u.test(text)) return text;
      return Array.from(text.normalize('NFC'), (character) => (character === '\n' ? '\n' : one(character, place))).join(
        '',
      );
    },
    width: (text, size, weight) => {
      const table = widths[weight];
      let thousandths = 0;
      for (const character of text) thousandths += table.get(character.codePointAt(0) ?? 0) ?? 0;
      return (thousandths * size) / 1_000;
    },
    missing: () => new Map([...missing].map(([place, characters]) => [place, [...characters]])),
  };
}

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  return new Map(
    pdfWidths[weight].flatMap(([first, widths]) =>
      widths.flatMap((width, at): readonly (readonly [number, number])[] => (width === 0 ? [] : [[first + at, width]])),
    ),
  );
}
