/** What every line of the table is given. */
import type { Column } from '../views/view-settings.ts';
import type { trackOf } from './columns.ts';

/** Where a line stands and what can be done with it. */
export interface LineProps {
  readonly place: {
    /** From 0. */
    readonly index: number;
    /** px below the head */
    readonly top: number;
    /** Whether the keyboard stands here. */
    readonly isActive: boolean;
  };
  readonly track: ReturnType<typeof trackOf>;
  readonly columns: readonly Column[];
  /** The keyboard came to the line, or to a cell of it. */
  readonly onActivate: (cell: string | null) => void;
  readonly onToggle: () => void;
}
