/** Keeps what is pasted while the code of the clipboard is still being fetched, so that nobody pastes into nothing. */
import { useEffect, useState } from 'react';
import { isForCanvas } from './clipboard-target.ts';

/** Gives the text pasted so far, once, and stops listening; `null` where nothing was. */
export type TakeEarlyPaste = () => string | null;

/** Listens until the text is taken. */
export function useEarlyPaste(surface: HTMLElement | null): TakeEarlyPaste {
  const [kept] = useState(() => {
    let text: string | null = null;
    let isTaken = false;
    return {
      listen: (on: HTMLElement | null): (() => void) => {
        const paste = ({ target, clipboardData }: ClipboardEvent): void => {
          if (!isTaken && isForCanvas(target, on)) text = clipboardData?.getData('text/plain') ?? text;
        };
        document.addEventListener('paste', paste);
        return () => document.removeEventListener('paste', paste);
      },
      take: (): string | null => {
        const taken = text;
        isTaken = true;
        text = null;
        return taken;
      },
    };
  });
  useEffect(() => kept.listen(surface), [kept, surface]);
  return kept.take;
}
