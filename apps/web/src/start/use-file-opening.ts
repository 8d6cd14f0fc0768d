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
  /** Reads the same files once more, with what was not said in them. */
  readonly again: (namespace: string) => void;
  /** Gives up reading. */
  readonly cancel: () => void;
  /** Lets go of what was read. */
  readonly leave: () => void;
}

/** Reads one choice of files at a time. What was read without any loss is handed over at once. */
export function useFileOpening(onOpen: (opened: OpenedFile) => void): FileOpeningActions {
  const { startWorker } = useEnvironment();
  const [opening, setOpening] = useState<FileOpening>({ kind: 'nothing' });
  const chosen = useRef<readonly File[]>([]);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async ({ signal }: AbortController, namespace: string): Promise<void> => {
    const files = chosen.current;
    const name = files[0]?.name ?? '';
    setOpening({ kind: 'reading', name });
    try {
      const { openFiles } = await import('../files/open-files.ts');
      const result = await openFiles(files, { startWorker, signal, namespace });
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

  const start = (namespace: string): void => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    void run(control, namespace);
  };
  return {
    opening,
    open: (files) => {
      chosen.current = files;
      start('');
    },
    again: start,
    cancel: () => {
      running.current?.abort();
      setOpening({ kind: 'cancelled' });
    },
    leave: () => setOpening({ kind: 'nothing' }),
  };
}
