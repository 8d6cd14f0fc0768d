/** A workshop on a board, written as a facilitator's browser would: for tests that are about what comes after. */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { facilitator } from './facilitator.ts';
import { observe } from './observer.ts';

/** One revealed card. */
export interface SeedCard {
  readonly text: string;
  readonly letters?: readonly string[];
  /** Ids of elements and flows. */
  readonly on?: readonly string[];
  /** Whose it is; as if somebody who left had written it. */
  readonly by?: string;
  /** A key of the card that leads its cluster. */
  readonly cluster?: string;
}

/** Puts cards of a revealed round on a board; gives their keys. */
export async function seedCards(link: string, cards: readonly SeedCard[]): Promise<readonly string[]> {
  const doc = new Y.Doc();
  const round = newId();
  const keys = cards.map(({ by = 'somebody' }) => `${by}|${newId()}`);
  doc.transact(() => {
    doc.getMap('workshop').set(`round|${round}`, ['revealed', '', 1]);
    for (const [at, { text, letters = [], on = [], cluster }] of cards.entries()) {
      const key = keys[at] ?? '';
      const value = { round, lane: 'threat', letters: [...letters], on: [...on], text, at: at + 1 };
      doc.getMap('cards').set(key, value);
      if (cluster !== undefined) doc.getMap('cardMarks').set(`${key}|cluster`, cluster);
    }
  });
  await update(link, Y.encodeStateAsUpdate(doc));
  return keys;
}

/** Begins or reveals a round of silent writing. */
export async function seedRound(link: string, state: 'silent' | 'revealed', round = newId()): Promise<string> {
  const doc = new Y.Doc();
  doc.getMap('workshop').set(`round|${round}`, [state, '', Date.now()]);
  await update(link, Y.encodeStateAsUpdate(doc));
  return round;
}

/** Closes the ballot that is open, as if that had been at this time. */
export async function closeBallot(link: string, at: number): Promise<void> {
  const outside = await observe(link);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(outside.doc));
  outside.dispose();
  const workshop = doc.getMap('workshop');
  const found = [...workshop].find(([key, value]) => key.startsWith('ballot|') && isOpen(value));
  if (found === undefined) throw new Error('closeBallot: none is open');
  const [key, value] = found as [string, readonly unknown[]]; // the form that isOpen has found
  const before = Y.encodeStateVector(doc);
  workshop.set(key, ['closed', ...value.slice(1, 6), at]);
  await update(link, Y.encodeStateAsUpdate(doc, before));
}

const isOpen = (value: unknown): boolean => Array.isArray(value) && value[0] === 'open';

async function update(link: string, written: Uint8Array): Promise<void> {
  const call = await facilitator(link);
  await call('/updates', new Uint8Array(written));
}

const newId = (): string => randomBytes(9).toString('base64url');
