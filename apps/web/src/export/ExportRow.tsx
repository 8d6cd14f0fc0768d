/** One format in the export dialog. */
import { outputs, say } from '@strideboard/words';
import { Download } from 'lucide-react';
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
  readonly waiting: boolean;
  readonly onMake: () => void;
}

/** Name, purpose, losses, button, and how it went. */
export function ExportRow({ exporter, state, waiting, onMake }: ExportRowProps) {
  const { panels } = useWords();
  const textId = useId();
  const { name, purpose, losses } = outputs.formats[exporter.id];
  return (
    <li className={styles['row']} data-testid={`export-${exporter.id}`}>
      <div className={styles['text']}>
        <h4>{name}</h4>
        <p id={textId}>
          {purpose} <span className={styles['losses']}>{losses}</span>
        </p>
        {waiting ? <p className={styles['losses']}>{panels.export.waiting}</p> : null}
        <ExportOutcome state={state} />
      </div>
      <Button
        size="small"
        icon={<Download size={14} aria-hidden />}
        aria-label={say(panels.export.download, { name })}
        aria-describedby={textId}
        disabled={waiting || state.kind === 'making'}
        onClick={onMake}
      >
        {state.kind === 'making' ? panels.export.making : outputs.dialog.download}
      </Button>
    </li>
  );
}
