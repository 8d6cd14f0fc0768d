/** Every area of words, and the shape of a translation. Types alone: nothing is fetched for it. */
import type { actions } from './en/actions.ts';
import type { blastRadius } from './en/blast-radius.ts';
import type { blast } from './en/blast.ts';
import type { board } from './en/board.ts';
import type { canvas } from './en/canvas.ts';
import type { cards } from './en/cards.ts';
import type { check } from './en/check.ts';
import type { cli } from './en/cli.ts';
import type { comments } from './en/comments.ts';
import type { common } from './en/common.ts';
import type { crowd } from './en/crowd.ts';
import type { diagrams } from './en/diagrams.ts';
import type { exported } from './en/export.ts';
import type { following } from './en/following.ts';
import type { gap } from './en/gap.ts';
import type { layout } from './en/layout.ts';
import type { manifests } from './en/manifests.ts';
import type { occasional } from './en/occasional.ts';
import type { outputs } from './en/outputs.ts';
import type { packs } from './en/packs.ts';
import type { panels } from './en/panels.ts';
import type { proof } from './en/proof.ts';
import type { reach } from './en/reach.ts';
import type { reading } from './en/reading.ts';
import type { records } from './en/records.ts';
import type { register } from './en/register.ts';
import type { report } from './en/report.ts';
import type { review } from './en/review.ts';
import type { sharing } from './en/sharing.ts';
import type { standing } from './en/standing.ts';
import type { startPage } from './en/start-page.ts';
import type { start } from './en/start.ts';
import type { together } from './en/together.ts';
import type { trees } from './en/trees.ts';
import type { veil } from './en/veil.ts';
import type { votes } from './en/votes.ts';
import type { workshop } from './en/workshop.ts';

/** The areas in English, by name. */
export interface Areas {
  readonly actions: typeof actions;
  readonly blastRadius: typeof blastRadius;
  readonly blast: typeof blast;
  readonly board: typeof board;
  readonly canvas: typeof canvas;
  readonly cards: typeof cards;
  readonly check: typeof check;
  readonly cli: typeof cli;
  readonly comments: typeof comments;
  readonly common: typeof common;
  readonly crowd: typeof crowd;
  readonly diagrams: typeof diagrams;
  readonly exported: typeof exported;
  readonly following: typeof following;
  readonly gap: typeof gap;
  readonly layout: typeof layout;
  readonly manifests: typeof manifests;
  readonly occasional: typeof occasional;
  readonly outputs: typeof outputs;
  readonly packs: typeof packs;
  readonly panels: typeof panels;
  readonly proof: typeof proof;
  readonly reach: typeof reach;
  readonly reading: typeof reading;
  readonly records: typeof records;
  readonly register: typeof register;
  readonly report: typeof report;
  readonly review: typeof review;
  readonly sharing: typeof sharing;
  readonly standing: typeof standing;
  readonly startPage: typeof startPage;
  readonly start: typeof start;
  readonly together: typeof together;
  readonly trees: typeof trees;
  readonly veil: typeof veil;
  readonly votes: typeof votes;
  readonly workshop: typeof workshop;
}

/** The same shape with any words in it: sentences, plural forms and lists stay what they are. */
export type Translation<Texts> = Texts extends string
  ? string
  : Texts extends readonly unknown[]
    ? { readonly [At in keyof Texts]: Translation<Texts[At]> }
    : { readonly [Name in keyof Texts]: Translation<Texts[Name]> };

/** All words in another language. */
export type Catalogue = { readonly [Name in keyof Areas]: Translation<Areas[Name]> };
