/** What pages are made of before any library sees them: everything placed, in pt from the upper left corner. */

import type { Weight } from './letters.ts';

/** Something on a page. */
export type PagePart =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Baseline. */
      readonly y: number;
      readonly size: number;
      readonly weight: Weight;
      readonly colour: string;
    }
  | {
      readonly kind: 'path';
      readonly segments: readonly Segment[];
      readonly look: PathLook;
    }
  | {
      readonly kind: 'link';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly to: string;
    }
  /** The number of the page an anchor is on, flush right at `x`. */
  | {
      readonly kind: 'page-of';
      readonly to: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly colour: string;
    };

/** A step of a path: to a point, along a curve, or back to its start. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** How a path is drawn; `null` = not filled, not stroked. */
export interface PathLook {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  readonly dashes: readonly number[];
  readonly round: boolean;
  readonly opacity: number;
}

/** One page. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PagePart[];
}

/** An entry of the outline. */
export interface Bookmark {
  readonly title: string;
  /** 0 = a section. */
  readonly level: number;
  /** From 0. */
  readonly page: number;
}

/** Everything laid out. */
export interface LaidOut {
  readonly pages: readonly Page[];
  /** Where anchors are: page from 0, and how far down, pt. */
  readonly places: ReadonlyMap<string, { readonly page: number; readonly y: number }>;
  readonly bookmarks: readonly Bookmark[];
}

/** A filled area. */
export const area = (x: number, y: number, width: number, height: number, fill: string): PagePart => ({
  kind: 'path',
  segments: [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']],
  look: { fill, stroke: null, strokeWidth: 0, dashes: [], round: false, opacity: 1 },
});
