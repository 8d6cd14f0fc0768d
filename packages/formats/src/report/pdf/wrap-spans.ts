/** Breaking a text of several styles into lines that fit a width. */

import type { Span, Text } from '../report-document.ts';
import { paper } from './drawing-parts.ts';
import type { Letters, Weight } from './letters.ts';

/** A piece of a line. `x` from the start of the line, pt. */
interface Run {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly weight: Weight;
  readonly colour: string;
  /** Anchor it leads to. */
  readonly to: string | null;
}
/** Pieces from left to right. */
export type Line = readonly Run[];

/** How a text is set. */
export interface Setting {
  readonly size: number;
  /** pt */
  readonly width: number;
  readonly weight: Weight;
  readonly colour: string;
  /** Where it stands, for what cannot be shown. */
  readonly place: string;
}

/** The lines; none for a text of white space. Long words break where the line ends; what is written on a new line begins one. */
export function wrapSpans(
  text: Text,
  { size, width, weight, colour, place }: Setting,
  letters: Letters,
): readonly Line[] {
  const lines: Line[] = [];
  let line: Run[] = [];
  let x = 0;
  let gap = 0;
  const end = (): void => {
    lines.push(line);
    [line, x, gap] = [[], 0, 0];
  };
  const put = (word: string, style: Style, wordWidth: number): void => {
    line.push({ text: word, x: x + gap, width: wordWidth, ...style });
    x += gap + wordWidth;
    gap = 0;
  };
  const widthOf = (word: string, { weight: own }: Style): number => letters.width(word, size, own);
  const putWord = (word: string, style: Style): void => {
    const wide = widthOf(word, style);
    if (x + gap + wide > width && line.length > 0) end();
    let part = wide > width ? '' : word;
    for (const character of wide > width ? word : '') {
      if (part !== '' && widthOf(part + character, style) > width) {
        put(part, style, widthOf(part, style));
        end();
        part = '';
      }
      part += character;
    }
    if (part !== '') put(part, style, widthOf(part, style));
  };
  for (const span of text) {
    const style = styleOf(span, { weight, colour });
    for (const token of letters.shown(typeof span === 'string' ? span : span.text, place).split(/(\n| +)/u)) {
      if (token === '\n') end();
      else if (token.trim() === '')
        gap = token === '' || line.length === 0 ? gap : letters.width(' ', size, style.weight);
      else putWord(token, style);
    }
  }
  if (line.length > 0) end();
  while (lines.length > 0 && lines.at(-1)?.length === 0) lines.pop();
  return lines.map(joinRuns);
}

type Style = Pick<Run, 'weight' | 'colour' | 'to'>;

function styleOf(span: Span, { weight, colour }: { readonly weight: Weight; readonly colour: string }): Style {
  if (typeof span === 'string') return { weight, colour, to: null };
  switch (span.kind) {
    case 'strong':
      return { weight: 600, colour, to: null };
    case 'quiet':
      return { weight, colour: paper.ink3, to: null };
    case 'link':
      return { weight, colour: paper.accent, to: span.to };
    case 'severity':
      return { weight: 600, colour: paper.severities[span.severity].ink, to: null };
    case 'state':
      return {
        weight: span.tone === 'open' ? 600 : weight,
        colour: span.tone === 'open' ? colour : paper.ink3,
        to: null,
      };
  }
}

/** Words of one style are one piece with the spaces between them, so that a reader who selects them gets a sentence. */
function joinRuns(line: Line): Line {
  const joined: Run[] = [];
  for (const run of line) {
    const last = joined.at(-1);
    if (last === undefined || last.weight !== run.weight || last.colour !== run.colour || last.to !== run.to) {
      joined.push(run);
      continue;
    }
    const space = run.x > last.x + last.width + 0.01 ? ' ' : '';
    joined[joined.length - 1] = { ...last, text: `${last.text}${space}${run.text}`, width: run.x + run.width - last.x };
  }
  return joined;
}
