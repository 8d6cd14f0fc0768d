/** What keys do in the table of the register. */
import type { Line } from '../views/group-rows.ts';

/** What a key asks for. */
export type GridMove =
  | { readonly kind: 'go'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'fold'; readonly open: boolean }
  | { readonly kind: 'toggle' | 'open' | 'all' };

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
}

/** The move for a key; `null` when the key is none of the table's. */
export function gridMove({ key, shiftKey, modKey }: GridKey, { lines, at, page }: GridPlace): GridMove | null {
  if (modKey) return key.toLowerCase() === 'a' ? { kind: 'all' } : null;
  const go = (to: number): GridMove => ({
    kind: 'go',
    to: Math.max(0, Math.min(lines.length - 1, to)),
    extend: shiftKey,
  });
  const line = lines[at];
  switch (key) {
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

/** Where the keyboard stands now: at the same line; where that is gone, at the one that took its place. -1 without lines. */
export function placeOf(lines: readonly Line[], active: { readonly key: string; readonly at: number }): number {
  const at = lines.findIndex(({ key }) => key === active.key);
  return at >= 0 ? at : Math.min(active.at, lines.length - 1);
}
