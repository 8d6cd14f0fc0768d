/** Opening a file as a new board: by choosing it or dropping it on the page. Nothing leaves the browser before it is understood. */
import type { Model } from '@strideboard/model';
import { say } from '@strideboard/words';
import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../session/words.ts';
import { useStartWords } from './start-words.ts';
import { Button } from '../ui/Button.tsx';
import { useFileDrop } from '../ui/use-file-drop.ts';
import styles from './FileOpener.module.css';
import { readModelFile } from './read-model-file.ts';

interface FileOpenerProps {
  readonly disabled: boolean;
  /** What files it takes and what becomes of them, where that is not a new board. */
  readonly hint?: string;
  readonly onOpen: (model: Model, notice: string | null) => void;
}

/** A button and a drop target over the whole page. */
export function FileOpener({ disabled, hint, onOpen }: FileOpenerProps) {
  const words = useWords();
  const start = useStartWords();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = (file: File): void => {
    setProblem(null);
    void readModelFile(file, words).then((result) => {
      if (result.ok) onOpen(result.model, result.losses === 0 ? null : say(start.fileLosses, { count: result.losses }));
      else setProblem(say(start.fileProblem, { reason: result.reason }));
    });
  };
  const over = useFileDrop(([file]) => {
    if (file !== undefined) open(file);
  });
  return (
    <div className={styles['opener']}>
      <Button disabled={disabled} icon={<FolderOpen size={16} aria-hidden />} onClick={() => input.current?.click()}>
        {start.openFile}
      </Button>
      <span className={styles['hint']}>{hint ?? start.openFileHint}</span>
      <input
        ref={input}
        type="file"
        accept=".json,application/json,.tm7"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={start.chooseFile}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) open(file);
        }}
      />
      {problem === null ? null : (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      {over ? (
        <div className={styles['drop']} aria-hidden="true">
          {start.dropFile}
        </div>
      ) : null}
    </div>
  );
}
