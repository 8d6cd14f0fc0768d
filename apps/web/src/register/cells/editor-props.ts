/** What every editor of a cell is given. */
import type { RegisterRow } from '@strideboard/stride';

/** Where the keyboard goes when an editor closes: to its cell, the one beside it, or nowhere, because it is elsewhere already. */
export type CloseTo = 'stay' | 'next' | 'previous' | 'away';

/** What every editor of a cell is given. */
export interface EditorProps {
  /** As it stands now; it may change while it is being edited. */
  readonly row: RegisterRow;
  /** What is changed, for those who do not see the cell. */
  readonly label: string;
  readonly onClose: (to: CloseTo) => void;
  /** Told at every drawing what leaving by a press elsewhere does: it writes what can be written, or gives the sentence why not. */
  readonly onLeave: (leave: () => string | null) => void;
}
