/** The boards this browser remembers, latest first. */
import type { PersonMemory } from '@strideboard/connection';
import { formatBoardLink, type Role } from '@strideboard/wire';

/** One line of the list. */
export interface RecentBoard {
  readonly roomId: string;
  readonly title: string | null;
  readonly role: Role | null;
  /** Path with the secret in the fragment. */
  readonly href: string;
  /** ms since 1970 */
  readonly lastOpened: number;
}

const SHOWN = 12;

/** At most twelve boards that can be opened again. */
export function createRecentList(memory: PersonMemory): readonly RecentBoard[] {
  return memory
    .boards()
    .filter((board) => board.link.secret !== '')
    .slice(0, SHOWN)
    .map(({ roomId, title, role, link, lastOpened }) => ({
      roomId,
      title,
      role,
      lastOpened,
      href: formatBoardLink({ roomId, ...link }),
    }));
}
