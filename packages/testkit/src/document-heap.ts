/**
 * What a document weighs in memory: copies are made one after another, without a turn of anybody else in between, and the heap is counted
 * after each, garbage collected. So what a workshop adds to every heap that holds its document is measured, not guessed.
 */

import { createBoardDocument, createHistory, createSideProjection } from '@strideboard/document';
import * as Y from 'yjs';
import { median } from './flatness.ts';

/** How live objects are counted. */
export interface HeapScale {
  /** Collects garbage at once. */
  readonly collect: () => void;
  /** Bytes of live objects just now. */
  readonly used: () => number;
}

/** What one copy weighs: the document alone, as a server holds it, and with the board read from it, as a page does. */
export interface DocumentWeight {
  readonly bare: number;
  readonly board: number;
}

/** Of so many copies the middle one counts: what the engine compiles or lets go meanwhile falls on single ones. */
const COPIES = 7;

/** A document of which both are known. */
export interface Weighed {
  readonly bytes: number;
  readonly heap: number;
}

/** What a document of any length weighs, by the line through two that were weighed; without such a line, as the first. */
export function heapByBytes(one: Weighed, other: Weighed): (bytes: number) => number {
  const perByte = one.bytes === other.bytes ? 0 : (other.heap - one.heap) / (other.bytes - one.bytes);
  return (bytes) => one.heap + (bytes - one.bytes) * perByte;
}

/** Weighs a document by its whole state, in bytes of live heap for one copy. */
export function weighDocument(state: Uint8Array, scale: HeapScale): DocumentWeight {
  return { bare: weigh(() => loaded(state), scale), board: weigh(() => board(loaded(state)), scale) };
}

function weigh(make: () => object, { collect, used }: HeapScale): number {
  const count = (): number => {
    collect();
    return used();
  };
  const copies = [make()]; // what a first one brings along (compiled code, shapes of objects) is nobody's content
  let before = count();
  const weights = Array.from({ length: COPIES }, () => {
    copies.push(make());
    const after = count();
    const weight = after - before;
    before = after;
    return weight;
  });
  // Asked for at the end, so that none of them is garbage before.
  if (copies.length !== COPIES + 1) throw new Error('weigh: a copy is missing');
  return median(weights);
}

function loaded(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

function board(doc: Y.Doc): object {
  const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
  return { document, history: createHistory(document), model: document.model() };
}
