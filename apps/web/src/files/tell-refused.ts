/** Says that a board did not take what was read. Fetched when that happens. */
import { reading, say } from '@strideboard/words';
import type { SessionStore } from '../session/session-store.ts';

/** Tells it, with the code of the refusal. */
export function tellRefused(session: SessionStore, code: string): void {
  session.getState().tell({ text: say(reading.contentRefused, { code }), tone: 'problem' });
}
