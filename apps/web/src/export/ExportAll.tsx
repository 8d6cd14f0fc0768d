/** Everything at once: the first thing in the export dialog, with how far it is and a way to stop it. */
import { outputs, say } from '@strideboard/words';
import { FolderArchive, Square } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import styles from './ExportDialog.module.css';
import { ExportOutcome } from './ExportOutcome.tsx';
import type { ExportState } from './exporter.ts';
import type { ArchiveStep } from './use-export.ts';

interface ExportAllProps {
  readonly state: ExportState;
  readonly step: ArchiveStep | null;
  /** The threats are not known yet. */
  readonly waiting: string | null;
  readonly onMake: () => void;
  readonly onStop: () => void;
}

/** One clear action; while it runs, the format being made and a button that stops it. */
export function ExportAll({ state, step, waiting, onMake, onStop }: ExportAllProps) {
  const { dialog, formats } = outputs;
  const isMaking = state.kind === 'making';
  return (
    <div className={styles['all']} data-testid="export-all">
      <div className={styles['allText']}>
        <p>{dialog.everythingAbout}</p>
        {waiting === null ? null : <p className={styles['losses']}>{waiting}</p>}
        {step === null ? null : (
          <>
            <p id="export-step">
              {say(dialog.step, { name: formats[step.id].name, at: step.at + 1, total: step.total })}
            </p>
            <progress className={styles['progress']} max={step.total} value={step.at} aria-labelledby="export-step" />
          </>
        )}
        <ExportOutcome state={state} />
      </div>
      {/* One button, so that the keyboard stays on it when its meaning changes. */}
      <Button
        look={isMaking ? 'plain' : 'primary'}
        icon={isMaking ? <Square size={14} aria-hidden /> : <FolderArchive size={16} aria-hidden />}
        disabled={waiting !== null && !isMaking}
        onClick={isMaking ? onStop : onMake}
      >
        {isMaking ? dialog.cancel : dialog.everything}
      </Button>
    </div>
  );
}
