/** How an export went: what the file is called, what could not be carried over, or why there is none. */
import { outputs, say } from '@strideboard/words';
import { useWords } from '../session/words.ts';
import styles from './ExportDialog.module.css';
import type { ExportState } from './exporter.ts';

const SHOWN_LOSSES = 20;

/** Nothing while nothing has been made. */
export function ExportOutcome({ state }: { readonly state: ExportState }) {
  const { panels } = useWords();
  if (state.kind === 'failed') {
    return (
      <p className={styles['failed']} role="alert">
        {say(panels.export.failed, { reason: state.reason })}
      </p>
    );
  }
  if (state.kind === 'stopped') return <p className={styles['losses']}>{outputs.dialog.stopped}</p>;
  if (state.kind !== 'made') return null;
  return (
    <>
      <p className={styles['made']}>{say(panels.export.made, { file: state.file })}</p>
      {state.losses.length === 0 ? null : (
        <details className={styles['list']}>
          <summary>{say(panels.export.lossesOf, { count: state.losses.length })}</summary>
          <ul>
            {state.losses.slice(0, SHOWN_LOSSES).map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
