/** Opening files: read away from the page, given up when the person has enough, and shown before it is used where something was lost. */
import { reading } from '@strideboard/words';
import { useEffect, useRef, useState } from 'react';
import type { OpenedFile } from '../files/opened-file.ts';
import { useEnvironment } from '../session/environment.ts';

/** Where the opening of files stands. */
export type FileOpening =
  | { readonly kind: 'nothing' | 'cancelled' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly opened: OpenedFile }
  | { readonly kind: 'refused'; readonly name: string; readonly reasons: readonly string[] };

interface FileOpeningActions {
  readonly opening: FileOpening;
  readonly open: (files: readonly File[]) => void;
  /** Gives up reading. */
  readonly cancel: () => void;
  /** Lets go of what was read. */
  readonly leave: () => void;
}

/** Reads one choice of files at a time. What was read without any loss is handed over at once. */
export function useFileOpening(onOpen: (opened: OpenedFile) => void): FileOpeningActions {
  const { startWorker } = useEnvironment();
  const [opening, setOpening] = useState<FileOpening>({ kind: 'nothing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (files: readonly File[], { signal }: AbortController): Promise<void> => {
    const name = files[0]?.name ?? '';
    setOpening({ kind: 'reading', name });
    try {
      const { openFiles } = await import('../files/open-files.ts');
      const result = await openFiles(files, { startWorker, signal });
      signal.throwIfAborted();
      if (!result.ok) {
        setOpening({ kind: 'refused', name, reasons: result.reasons });
        return;
      }
      const { opened } = result;
      const isWhole = opened.changes.length === 0 && opened.template === null;
      setOpening(isWhole ? { kind: 'nothing' } : { kind: 'read', opened });
      if (isWhole) onOpen(opened);
    } catch {
      if (!signal.aborted) setOpening({ kind: 'refused', name, reasons: [reading.cannotLoad] });
    }
  };

  return {
    opening,
    open: (files) => {
      running.current?.abort();
      const control = new AbortController();
      running.current = control;
      void run(files, control);
    },
    cancel: () => {
      running.current?.abort();
      setOpening({ kind: 'cancelled' });
    },
    leave: () => setOpening({ kind: 'nothing' }),
  };
}
