/** A name seen from afar, broken into lines as the browser breaks it in the middle of its element. */
import { measureText, type SceneElement } from '@strideboard/render';
import { farGrowth } from '../diagram/far-name.ts';

/** One line with its width, px. */
interface FarLine {
  readonly text: string;
  readonly width: number;
}

/** A name at a size, px. */
export interface FarName {
  readonly size: number;
  readonly lines: readonly FarLine[];
}

/** Left and right of a name, as the style sheet has it, px. */
const PADDING = { pill: 11, other: 5 };

/** The name of an element, enlarged by as much as is asked for and fits. */
export function farName(element: SceneElement, far: number): FarName {
  const { title, box, shape } = element;
  const size = title.size * Math.min(far, farGrowth(element));
  const room = box.width - 2 * (shape === 'pill' ? PADDING.pill : PADDING.other);
  const name = title.lines.map(({ text }) => text).join(' ');
  const widthOf = (text: string): number => measureText(text, { size, weight: title.weight });
  const lines: FarLine[] = [];
  let line = '';
  const end = (): void => {
    const text = line.trim();
    if (text !== '') lines.push({ text, width: widthOf(text) });
  };
  // Where a browser may break a line.
  for (const piece of name.split(/(?<=-)|(?= )/u)) {
    const longer = line + piece;
    if (line === '' || widthOf(longer.trim()) <= room) line = longer;
    else {
      end();
      line = piece;
    }
  }
  end();
  return { size, lines };
}

/** Remembers the names of elements at one enlargement; another one begins anew. */
export function createFarNames(): (element: SceneElement, far: number) => FarName {
  let names = new WeakMap<SceneElement, FarName>();
  let at = 1;
  return (element, far) => {
    if (far !== at) [names, at] = [new WeakMap(), far];
    const known = names.get(element);
    if (known !== undefined) return known;
    const name = farName(element, far);
    names.set(element, name);
    return name;
  };
}
