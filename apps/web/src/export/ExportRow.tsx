/** One format in the export dialog. */
import { say } from '@strideboard/words';
import { Download } from 'lucide-react';
import { useId } from 'react';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ExportDialog.module.css';
import type { Exporter } from './exporter.ts';

/** How far an export is. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly file: string; readonly losses: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

interface ExportRowProps {
  readonly exporter: Exporter;
  readonly state: ExportState;
  /** The threats are not known yet. */
  readonly waiting: boolean;
  readonly onMake: () => void;
}

const SHOWN_LOSSES = 20;

/** Name, purpose, losses, button, and how it went. */
export function ExportRow({ exporter, state, waiting, onMake }: ExportRowProps) {
  const { panels } = useWords();
  const textId = useId();
  const { name, purpose } = panels.export.formats[exporter.id];
  return (
    <li className={styles['row']} data-testid={`export-${exporter.id}`}>
      <div className={styles['text']}>
        <h4>{name}</h4>
        <p id={textId}>
          {purpose} <span className={styles['losses']}>{panels.export.losses[exporter.id]}</span>
        </p>
        {waiting ? <p className={styles['losses']}>{panels.export.waiting}</p> : null}
        {state.kind === 'made' ? (
          <p className={styles['made']}>{say(panels.export.made, { file: state.file })}</p>
        ) : null}
        {state.kind === 'made' && state.losses.length > 0 ? (
          <details className={styles['list']}>
            <summary>{say(panels.export.lossesOf, { count: state.losses.length })}</summary>
            <ul>
              {state.losses.slice(0, SHOWN_LOSSES).map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          </details>
        ) : null}
        {state.kind === 'failed' ? (
          <p className={styles['failed']} role="alert">
            {say(panels.export.failed, { reason: state.reason })}
          </p>
        ) : null}
      </div>
      <Button
        icon={<Download size={14} aria-hidden />}
        aria-label={say(panels.export.download, { name })}
        aria-describedby={textId}
        disabled={waiting || state.kind === 'making'}
        onClick={onMake}
      >
        {state.kind === 'making' ? panels.export.making : name}
      </Button>
    </li>
  );
}
