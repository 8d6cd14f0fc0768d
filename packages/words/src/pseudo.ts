/**
 * A made-up language: English with accents, longer by two fifths and in brackets. Who can read it sees at once which words are no catalogue's,
 * which are put together of pieces, and which do not fit where they stand.
 */

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', g: 'ğ', i: 'í', l: 'ł', n: 'ñ', o: 'ö', r: 'ř', s: 'š', t: 'ţ', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', G: 'Ğ', I: 'Î', L: 'Ł', N: 'Ñ', O: 'Ö', R: 'Ř', S: 'Š', T: 'Ţ', U: 'Û', Y: 'Ý', Z: 'Ž' },
};

/** How much longer than English, as a part of its length. */
const LONGER = 0.4;

/** The brackets around every sentence. */
export const [OPEN, CLOSE] = ['⟦', '⟧'];

/** The translator: any area, whole or in part. Sentences keep their `{placeholders}`, lists and plural forms their shape. */
export function pseudo(_name: string, english: unknown): unknown {
  return pseudoTexts(english);
}

function pseudoTexts(texts: unknown): unknown {
  if (typeof texts === 'string') return pseudoText(texts);
  if (Array.isArray(texts)) return texts.map(pseudoTexts);
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, pseudoTexts(text)]));
}

/** One sentence. What holds no letter, such as a sign between two names, stays as it is. */
function pseudoText(text: string): string {
  const parts = text.split(/(\{\w+\})/u);
  if (!parts.some((part) => !part.startsWith('{') && /\p{L}/u.test(part))) return text;
  const accented = parts
    .map((part) => (part.startsWith('{') ? part : part.replace(/[a-z]/giu, (letter) => ACCENTED[letter] ?? letter)))
    .join('');
  // With gaps, so that longer sentences break where sentences do.
  const rest = '~~~~ '.repeat(Math.ceil(text.length / 5)).slice(0, Math.round(text.length * LONGER));
  return `${OPEN}${accented}${rest.trimEnd() === '' ? '' : ` ${rest.trimEnd()}`}${CLOSE}`;
}
