/** A card's text as it stands in names of buttons and in messages: its first line, cut. */

const SHORT = 60;

/** The first line, at most 60 characters of it. */
export function short(text: string): string {
  const [line = ''] = text.split('\n');
  const letters = Array.from(line);
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : line;
}
