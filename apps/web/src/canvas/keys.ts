/** What a key means on the canvas. Plain data, so that keys, tests and a later shortcut sheet agree. */
import type { Direction } from './view/spatial-step.ts';

/** The part of a keyboard event that matters. */
export interface KeyPress {
  readonly key: string;
  /** Physical key, for shortcuts with Shift and digits, which print other signs elsewhere. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a person wants by a key. */
export type KeyIntent =
  | { readonly kind: 'tool'; readonly tool: 'select' | 'pan' | 'connect' | 'boundary' | 'note' }
  | { readonly kind: 'arrow'; readonly direction: Direction; readonly large: boolean; readonly walk: boolean }
  | {
      readonly kind:
        | 'delete'
        | 'edit'
        | 'enter'
        | 'escape'
        | 'toggle'
        | 'selectAll'
        | 'fit'
        | 'fitSelection'
        | 'zoomReset'
        | 'drill';
    }
  | { readonly kind: 'follow'; readonly direction: Direction }
  | { readonly kind: 'zoom'; readonly factor: number };

const TOOLS = { v: 'select', h: 'pan', c: 'connect', b: 'boundary', n: 'note' } as const;
const ARROWS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;
const ZOOM_STEP = 1.2;

const isOneOf = <T extends object>(key: string, table: T): key is Extract<keyof T, string> => Object.hasOwn(table, key);

/** The intent of a key; `null` when the canvas has no use for it. */
export function readKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): KeyIntent | null {
  const command = ctrlKey || metaKey;
  if (isOneOf(key, ARROWS) && !command) {
    return { kind: 'arrow', direction: ARROWS[key], large: shiftKey, walk: altKey };
  }
  if (command && !altKey) {
    if (isOneOf(key, ARROWS) && !shiftKey) return { kind: 'follow', direction: ARROWS[key] };
    if (key.toLowerCase() === 'a' && !shiftKey) return { kind: 'selectAll' };
    if (code === 'Digit0' || key === '0') return { kind: 'zoomReset' };
    if (key === 'Enter' && !shiftKey) return { kind: 'drill' };
    if (key === '+' || key === '=') return { kind: 'zoom', factor: ZOOM_STEP };
    if (key === '-') return { kind: 'zoom', factor: 1 / ZOOM_STEP };
    return null;
  }
  if (altKey) return null;
  if (key === 'Delete' || key === 'Backspace') return { kind: 'delete' };
  if (key === 'F2') return { kind: 'edit' };
  if (key === 'Enter') return { kind: 'enter' };
  if (key === 'Escape') return { kind: 'escape' };
  if (shiftKey && code === 'Digit1') return { kind: 'fit' };
  if (shiftKey && code === 'Digit2') return { kind: 'fitSelection' };
  const letter = key.toLowerCase();
  return !shiftKey && isOneOf(letter, TOOLS) ? { kind: 'tool', tool: TOOLS[letter] } : null;
}
