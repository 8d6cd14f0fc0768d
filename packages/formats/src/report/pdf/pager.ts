/** A stack of pages that is filled from top to bottom. */

import { paper } from './drawing-parts.ts';
import type { Letters, Weight } from './letters.ts';
import type { Bookmark, LaidOut, Page, PagePart } from './page-parts.ts';
import type { Line } from './wrap-spans.ts';

/** A4 upright, pt. It prints on Letter as well: the margins leave room. */
export const SHEET = { width: 595.28, height: 841.89 } as const;
/** Room around the text, pt. */
export const MARGIN = { left: 48, right: 48, top: 52, bottom: 54 } as const;

/** Fills pages; `y` goes down from the upper edge, pt. */
export interface Pager {
  /** Where the next thing goes. */
  readonly y: () => number;
  /** Where it ends on this page. */
  readonly bottom: () => number;
  /** Width for text on this page. */
  readonly width: () => number;
  readonly pageHeight: () => number;
  readonly isFresh: () => boolean;
  readonly newPage: (size?: { readonly width: number; readonly height: number }) => void;
  /** Begins a page unless so much still fits. */
  readonly need: (height: number) => void;
  readonly down: (height: number) => void;
  readonly put: (part: PagePart) => void;
  /** Puts a line with its baseline there, links included. */
  readonly putLine: (line: Line, x: number, baseline: number, size: number) => void;
  /** Gives the place at hand (or `y`) an anchor. */
  readonly mark: (anchor: string, y?: number) => void;
  readonly bookmark: (title: string, level: number) => void;
  readonly finish: () => LaidOut;
}

/** Begins with one empty page. */
export function createPager(): Pager {
  const pages: (Omit<Page, 'parts'> & { readonly parts: PagePart[] })[] = [{ ...SHEET, parts: [] }];
  const places = new Map<string, { readonly page: number; readonly y: number }>();
  const bookmarks: Bookmark[] = [];
  let y: number = MARGIN.top;
  const page = () => pages[pages.length - 1] ?? { ...SHEET, parts: [] };
  const bottom = (): number => page().height - MARGIN.bottom;
  const newPage = (size: { readonly width: number; readonly height: number } = SHEET): void => {
    pages.push({ ...size, parts: [] });
    y = MARGIN.top;
  };
  return {
    y: () => y,
    bottom,
    width: () => page().width - MARGIN.left - MARGIN.right,
    pageHeight: () => page().height,
    isFresh: () => y === MARGIN.top,
    newPage,
    need: (height) => {
      if (y + height > bottom() && y > MARGIN.top) newPage();
    },
    down: (height) => {
      y += height;
    },
    put: (part) => page().parts.push(part),
    putLine: (line, x, baseline, size) => {
      for (const { text, x: at, width, weight, colour, to } of line) {
        page().parts.push({ kind: 'text', text, x: x + at, y: baseline, size, weight, colour });
        if (to !== null) {
          page().parts.push({ kind: 'link', x: x + at, y: baseline - size, width, height: size * 1.3, to });
        }
      }
    },
    mark: (anchor, at = y) => {
      if (!places.has(anchor)) places.set(anchor, { page: pages.length - 1, y: at });
    },
    bookmark: (title, level) => {
      bookmarks.push({ title, level, page: pages.length - 1 });
    },
    finish: () => ({ pages, places, bookmarks }),
  };
}

/** Adds what stands on every page: the title above, the number below. */
export function withMargins({ pages, ...rest }: LaidOut, { title, numberOf, letters }: Margins): LaidOut {
  const line = (text: string, x: number, y: number): PagePart => ({ kind: 'text', text, x, y, ...SMALL });
  return {
    ...rest,
    pages: pages.map((page, at) => {
      const number = numberOf(at + 1, pages.length);
      const right = page.width - MARGIN.right - letters.width(number, SMALL.size, SMALL.weight);
      const foot = line(number, right, page.height - 30);
      return { ...page, parts: [...page.parts, ...(at === 0 ? [] : [line(title, MARGIN.left, 32)]), foot] };
    }),
  };
}

interface Margins {
  readonly title: string;
  readonly numberOf: (page: number, pages: number) => string;
  readonly letters: Letters;
}

const SMALL: { readonly size: number; readonly weight: Weight; readonly colour: string } = {
  size: 7.5,
  weight: 400,
  colour: paper.ink3,
};
