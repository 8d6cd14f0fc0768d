/** What keys do in the table of the register. */
import type { Line } from '../views/group-rows.ts';

/** What a key asks for. */
export type GridMove =
  | { readonly kind: 'go'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'fold'; readonly open: boolean }
  /** To a cell of the line; `null`: to the line itself. */
  | { readonly kind: 'cell'; readonly to: number | null }
  /** `act`: what the cell is for. */
  | { readonly kind: 'toggle' | 'open' | 'all' | 'edit' | 'act' };

/** What is pressed. */
export interface GridKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Control, or Command on a Mac. */
  readonly modKey: boolean;
}

/** Where the table stands. */
interface GridPlace {
  readonly lines: readonly Line[];
  readonly at: number;
  /** Lines that fit into the window. */
  readonly page: number;
  /** The cell with the keyboard; `null`: the line has it. */
  readonly cell: number | null;
  /** Cells of a line. */
  readonly cells: number;
}

/** The move for a key; `null` when the key is none of the table's. */
export function gridMove({ key, shiftKey, modKey }: GridKey, place: GridPlace): GridMove | null {
  const { lines, at, page } = place;
  if (modKey) return key.toLowerCase() === 'a' ? { kind: 'all' } : null;
  const go = (to: number): GridMove => ({
    kind: 'go',
    to: Math.max(0, Math.min(lines.length - 1, to)),
    extend: shiftKey,
  });
  const line = lines[at];
  const sideways = line?.kind === 'row' ? cellMove(key, place) : undefined;
  if (sideways !== undefined) return sideways;
  switch (key) {
    case 'F2':
      return line?.kind === 'row' ? { kind: 'edit' } : null;
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.length - 1);
    case 'ArrowRight':
      return line?.kind === 'group' && !line.isOpen ? { kind: 'fold', open: true } : null;
    case 'ArrowLeft': {
      if (line?.kind === 'group') return line.isOpen ? { kind: 'fold', open: false } : null;
      const head = lines.findLastIndex((one, index) => index < at && one.kind === 'group');
      return head < 0 ? null : go(head);
    }
    case ' ':
      return { kind: 'toggle' };
    case 'Enter':
      return line?.kind === 'group' ? { kind: 'fold', open: !line.isOpen } : { kind: 'open' };
    default:
      return null;
  }
}

/** What a key does along a line of cells; `undefined` when that is no matter of cells. */
function cellMove(key: string, { cell, cells }: GridPlace): GridMove | undefined {
  if (cell === null) return key === 'ArrowRight' ? { kind: 'cell', to: 0 } : undefined;
  switch (key) {
    case 'ArrowRight':
      return { kind: 'cell', to: Math.min(cells - 1, cell + 1) };
    case 'ArrowLeft':
      return { kind: 'cell', to: cell === 0 ? null : cell - 1 };
    case 'Home':
      return { kind: 'cell', to: 0 };
    case 'End':
      return { kind: 'cell', to: cells - 1 };
    case 'Escape':
      return { kind: 'cell', to: null };
    case 'Enter':
      return { kind: 'act' };
    default:
      return undefined;
  }
}

/** Where the keyboard was: the line, the threat on it (`''` for a heading), and the line's place in the list. */
export interface LastPlace {
  readonly key: string;
  readonly id: string;
  readonly at: number;
}

/** Where it stands now: at the same line, else at that threat's, else at what took the place of a line that is gone. -1 without lines. */
export function placeOf(lines: readonly Line[], { key, id, at }: LastPlace): number {
  const same = lines.findIndex((line) => line.key === key);
  if (same >= 0) return same;
  const moved = lines.findIndex((line) => line.kind === 'row' && line.row.id === id);
  return moved >= 0 ? moved : Math.min(at, lines.length - 1);
}
