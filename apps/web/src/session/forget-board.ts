/** Forgetting a board in this browser: its link, and with it what was never shown to anybody: sealed cards, dots, unsent texts. */
import type { PersonMemory } from '@strideboard/connection';

/** Every key of this app begins like this; those of one board have its id further on. */
const OURS = 'strideboard.';

/** Forgets the board and removes all that pages of it have kept in these storages; one that is switched off has kept nothing. */
export function forgetBoard(
  memory: Pick<PersonMemory, 'forget'>,
  roomId: string,
  storages: readonly (() => Storage)[] = [() => localStorage, () => sessionStorage],
): void {
  memory.forget(roomId);
  for (const open of storages) {
    try {
      const storage = open();
      for (const key of Object.keys(storage)) if (key.startsWith(OURS) && key.includes(roomId)) storage.removeItem(key);
    } catch {
      // Storage is switched off.
    }
  }
}
