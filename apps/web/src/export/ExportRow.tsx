/** One format in the export dialog. */
import { outputs, say } from '@strideboard/words';
import { Download, Square } from 'lucide-react';
import { useId } from 'react';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ExportDialog.module.css';
import { ExportOutcome } from './ExportOutcome.tsx';
import type { Exporter, ExportState } from './exporter.ts';

interface ExportRowProps {
  readonly exporter: Exporter;
  readonly state: ExportState;
  /** The threats are not known yet. */
  readonly waiting: string | null;
  readonly onMake: () => void;
  readonly onStop: () => void;
}

/** Name, purpose, losses, a button that starts and stops it, and how it went. */
export function ExportRow({ exporter, state, waiting, onMake, onStop }: ExportRowProps) {
  const { panels } = useWords();
  const textId = useId();
  const { name, purpose, losses } = outputs.formats[exporter.id];
  const isMaking = state.kind === 'making';
  return (
    <li className={styles['row']} data-testid={`export-${exporter.id}`}>
      <div className={styles['text']}>
        <h4>{name}</h4>
        <p id={textId}>
          {purpose} <span className={styles['losses']}>{losses}</span>
        </p>
        {waiting === null ? null : <p className={styles['losses']}>{waiting}</p>}
        {isMaking ? <p className={styles['making']}>{panels.export.making}</p> : null}
        <ExportOutcome state={state} />
      </div>
      {/* One button, so that the keyboard stays on it when its meaning changes. */}
      <Button
        size="small"
        icon={isMaking ? <Square size={12} aria-hidden /> : <Download size={14} aria-hidden />}
        aria-label={isMaking ? say(outputs.dialog.stopOne, { name }) : say(panels.export.download, { name })}
        aria-describedby={textId}
        disabled={waiting !== null && !isMaking}
        onClick={isMaking ? onStop : onMake}
      >
        {isMaking ? outputs.dialog.cancel : outputs.dialog.download}
      </Button>
    </li>
  );
}
