/** What comes out of the printer instead of the screen: every diagram on a page of its own, then the open threats. Shows nothing until then. */
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { holdTheme } from '../session/theme.ts';
import { PrintedBoard } from './PrintedBoard.tsx';

/** Mounted while the board is open: a printer does not wait for code to be fetched. */
export function PrintSheet() {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as the listener returns.
    const begin = (): void => {
      holdTheme(true);
      flushSync(() => setPrinting(true));
    };
    const end = (): void => {
      setPrinting(false);
      holdTheme(false);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? createPortal(<PrintedBoard />, document.body) : null;
}
