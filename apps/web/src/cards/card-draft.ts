/** A card as it is being written. */
import type { StrideLetter } from '@strideboard/model';

/** What is written. */
export interface CardDraft {
  readonly text: string;
  readonly letters: readonly StrideLetter[];
  readonly on: readonly string[];
}

/** Nothing yet. */
export const BLANK: CardDraft = { text: '', letters: [], on: [] };
