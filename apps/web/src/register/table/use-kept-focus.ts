/** Where the keyboard is in the table: it stays there when the line it stood on goes, and comes back when that was asked for. */
import { useEffect, useLayoutEffect, useRef } from 'react';

/** The line, and the cell of it that has the keyboard; `null`: the line itself. */
export interface FocusPlace {
  readonly key: string;
  readonly cell: string | null;
}

interface Wish extends FocusPlace {
  /** Asked to take the keyboard: a number that grows with each request. */
  readonly wanted: number;
}

/** Keeps the focus; `want` asks for it after the next drawing. */
export function useKeptFocus(
  box: { readonly current: HTMLElement | null },
  { key, cell, wanted }: Wish,
): { readonly want: () => void } {
  const isWanted = useRef(false);
  const isInside = useRef(false);
  useEffect(() => {
    if (wanted > 0) placeIn(box.current, { key, cell })?.focus({ preventScroll: true });
    // Asked for once: where the line goes later is no new request.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [wanted]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      isInside.current = document.activeElement !== null && element.contains(document.activeElement);
    };
    const later = (event: FocusEvent): void => {
      // Without a next place the line may just be gone: then it is looked at after the drawing.
      if (event.relatedTarget !== null) isInside.current = element.contains(event.relatedTarget as Node); // what takes the focus is a node
    };
    element.addEventListener('focusin', look);
    element.addEventListener('focusout', later);
    return () => {
      element.removeEventListener('focusin', look);
      element.removeEventListener('focusout', later);
    };
  }, [box]);
  useLayoutEffect(() => {
    const isLost = isInside.current && (document.activeElement === null || document.activeElement === document.body);
    if (!isWanted.current && !isLost) return;
    isWanted.current = false;
    placeIn(box.current, { key, cell })?.focus({ preventScroll: true });
  });
  return {
    want: () => {
      isWanted.current = true;
    },
  };
}

/** The drawn line, or its cell. */
export function placeIn(box: HTMLElement | null, { key, cell }: FocusPlace): HTMLElement | null {
  const line = box?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`) ?? null;
  return cell === null ? line : (line?.querySelector<HTMLElement>(`[data-cell="${cell}"]`) ?? line);
}
