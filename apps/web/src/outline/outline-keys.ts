/** What a key does in the tree, as the ARIA Authoring Practices describe it for tree views. */
import type { OutlineRow } from './outline-rows.ts';

/** What happens: another line becomes the present one, or the present one opens, closes or is chosen. */
export type TreeAct =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'toggle' | 'choose' | 'add' | 'rename' | 'leave' };

/** The part of a key press that matters. */
interface TreeKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const PAGE = 12;

/** The act a key asks for with line `at` present; `null` for none, letters included. */
export function treeAct({ key, ctrlKey, metaKey }: TreeKey, rows: readonly OutlineRow[], at: number): TreeAct | null {
  const row = rows[at];
  if (row === undefined) return key === 'Escape' ? { kind: 'leave' } : null;
  const go = (to: number): TreeAct => ({ kind: 'go', to: Math.max(0, Math.min(to, rows.length - 1)) });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + PAGE);
    case 'PageUp':
      return go(at - PAGE);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (row.expanded === null) return null;
      return row.expanded ? go(at + 1) : { kind: 'toggle' };
    case 'ArrowLeft': {
      if (row.expanded === true) return { kind: 'toggle' };
      const parent = rows.findIndex((other) => other.key === row.parent);
      return parent < 0 ? null : go(parent);
    }
    case 'Enter':
      return { kind: 'choose' };
    case ' ':
      return { kind: ctrlKey || metaKey ? 'add' : 'choose' };
    case 'F2':
      return { kind: 'rename' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return null;
  }
}

/** The next line whose name begins with what was typed, going round; a repeated letter goes to the next each time. `-1` for none. */
export function typeAhead(
  names: (at: number) => string,
  { count, at, typed }: { readonly count: number; readonly at: number; readonly typed: string },
): number {
  const isRepeated = typed.length > 1 && typed === typed.charAt(0).repeat(typed.length);
  const wanted = isRepeated ? typed.slice(0, 1) : typed;
  const from = wanted.length === 1 ? 1 : 0;
  for (let step = from; step < count + from; step++) {
    const to = (at + step) % count;
    if (names(to).startsWith(wanted)) return to;
  }
  return -1;
}
