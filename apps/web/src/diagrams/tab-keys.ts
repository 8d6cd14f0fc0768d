/** What a key means on the tabs of diagrams. */

/** What a person wants by a key. `by` counts tabs in reading order. */
export type TabIntent =
  | { readonly kind: 'step'; readonly by: -1 | 1 }
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'home' | 'end' | 'rename' | 'delete' };

interface TabKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const PLAIN = { Home: 'home', End: 'end', F2: 'rename', Delete: 'delete', Backspace: 'delete' } as const;

/** The intent of a key; `null` when the tabs have no use for it. Arrows follow the direction of writing. */
export function readTabKey(
  { key, ctrlKey, metaKey, shiftKey, altKey }: TabKey,
  isRightToLeft: boolean,
): TabIntent | null {
  if (altKey) return null;
  const command = ctrlKey || metaKey;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const by = (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
    if (command !== shiftKey) return null;
    return { kind: command ? 'move' : 'step', by };
  }
  if (command || shiftKey || !Object.hasOwn(PLAIN, key)) return null;
  return { kind: PLAIN[key as keyof typeof PLAIN] }; // it is one of them
}
