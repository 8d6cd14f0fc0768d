/**
 * The report as plain data: sections of blocks, all text plain and unescaped. HTML, Markdown and PDF are written from it and say the same.
 * Nothing in it depends on time, place or chance.
 */

import type { BadgeCounts, DrawnStep, LegendWords, Scene } from '@strideboard/render';
import type { FindingSeverity } from '@strideboard/stride';

/** A piece of text: plain, or with a meaning. Links lead to an anchor of this document. */
export type Span =
  | string
  | { readonly kind: 'strong' | 'quiet'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }
  | { readonly kind: 'severity'; readonly severity: FindingSeverity; readonly text: string }
  | { readonly kind: 'state'; readonly tone: 'open' | 'settled'; readonly text: string };
/** A text of one paragraph, cell or item. */
export type Text = readonly Span[];

/** A column; `weight` is its share of the width where pages have a fixed one. */
export interface Column {
  readonly label: string;
  readonly kind: 'text' | 'number' | 'short' | 'sign';
  readonly weight: number;
}

/** A table; every row has as many cells as there are columns, the first one names the row. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id?: string; readonly cells: readonly Text[] }[];
}

/** One item of a list; `level` 0 is the outermost. */
export interface Item {
  readonly text: Text;
  readonly level: number;
}

/** A diagram as it is drawn, with everything a writer needs. */
export interface Drawing {
  readonly kind: 'diagram';
  /** Unique in the document; begins the ids inside the drawing. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What its scrolling frame is called. */
  readonly region: string;
  readonly scene: Scene;
  readonly badges: ReadonlyMap<string, BadgeCounts>;
  readonly legend: LegendWords;
  /** Anchor an element or flow has in the drawing, the anchor it leads to, and what the link is called. */
  readonly links: ReadonlyMap<string, { readonly id: string; readonly to: string; readonly name: string }>;
}

/** An attack tree as a drawing. The list beside it says the same in words, so who cannot see it misses nothing. */
export interface TreeDrawing {
  readonly kind: 'tree';
  /** Unique in the document; begins the ids inside the drawing. */
  readonly id: string;
  readonly title: string;
  /** What its scrolling frame is called. */
  readonly region: string;
  readonly tree: DrawnStep;
}

/** A number that matters, and what it counts. */
export interface Figure {
  readonly value: number;
  readonly label: string;
  readonly tone: FindingSeverity | 'question' | 'plain';
}

/** A part of a section. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly tone: 'plain' | 'lead' | 'quiet' }
  | { readonly kind: 'figures'; readonly label: string; readonly figures: readonly Figure[] }
  | { readonly kind: 'facts'; readonly items: readonly { readonly label: string; readonly values: readonly Text[] }[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | Table
  | Drawing
  | TreeDrawing
  | Entry;

/** Something with a heading and an anchor of its own: a threat, a control, a record. */
export interface Entry {
  readonly kind: 'entry';
  readonly id: string;
  readonly title: string;
  readonly severity: FindingSeverity | null;
  readonly blocks: readonly Exclude<Block, Entry>[];
}

/** One chapter. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The whole report. */
export interface ReportDocument {
  /** Tag (BCP 47) of the language it is written in. */
  readonly language: string;
  readonly title: string;
  /** What kind of document it is. */
  readonly kind: string;
  /** ISO day, `''` when it was not given. */
  readonly day: string;
  /** The day as a sentence, `''` without one. */
  readonly made: string;
  /** The model's details, below the title. */
  readonly details: Extract<Block, { kind: 'facts' }>;
  readonly sections: readonly Section[];
}
