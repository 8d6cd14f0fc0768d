/**
 * What was changed of a view and not saved, kept while the tab of the browser lives: closing the register, or looking at another view of
 * one's own, loses nothing. A board begins anew with the first view.
 */
import { isRecord, readSettings } from './saved-views.ts';
import type { ViewSettings } from './view-settings.ts';

/** The view that was looked at last, and what was changed of views, by their id. */
export interface ViewDrafts {
  readonly id: string;
  readonly changed: ReadonlyMap<string, ViewSettings>;
}

/** What is needed of the storage of a tab. */
type DraftStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'strideboard.register-drafts';
const VERSION = 1;

/** What was kept for this board; `null` for nothing readable. */
export function loadDrafts(storage: DraftStorage | null, board: string): ViewDrafts | null {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    if (!isRecord(stored) || stored['version'] !== VERSION || stored['board'] !== board) return null;
    const { id, changed } = stored;
    if (typeof id !== 'string' || !isRecord(changed)) return null;
    const drafts = Object.entries(changed).flatMap(([key, settings]): [string, ViewSettings][] =>
      isRecord(settings) ? [[key, readSettings(settings)]] : [],
    );
    return { id, changed: new Map(drafts) };
  } catch {
    return null; // storage is switched off, or holds what is no JSON: nothing is kept
  }
}

/** Keeps them; where that does not work they last as long as the register is open. */
export function keepDrafts(storage: DraftStorage | null, board: string, { id, changed }: ViewDrafts): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ version: VERSION, board, id, changed: Object.fromEntries(changed) }));
  } catch {
    // Full or switched off: nothing but a convenience is lost.
  }
}
