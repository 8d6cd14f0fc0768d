/** Whether the wall says who wrote what: for everybody, set by facilitators. A courtesy, and it says so. */
import { createRegisterCommands } from '@strideboard/document';
import type { WorkshopRound } from '@strideboard/model';
import { cards as words } from '@strideboard/words';
import { useId } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useReport } from '../ui/use-report.ts';
import styles from './Wall.module.css';

/** The switch with its sentence; for others the sentence alone, while names are hidden. */
export function NamesSwitch({ round: { id, state, hidesNames } }: { readonly round: WorkshopRound }) {
  const { commandsOptions, document } = useRoom();
  const role = useRole();
  const report = useReport();
  const hintId = useId();
  if (role !== 'facilitate') return hidesNames ? <p className={styles['courtesy']}>{words.wall.namesHidden}</p> : null;
  return (
    <div className={styles['names']}>
      <label>
        <input
          type="checkbox"
          checked={hidesNames}
          aria-describedby={hintId}
          onChange={(event) => {
            const next = { round: id, state, hidesNames: event.target.checked };
            report(createRegisterCommands(commandsOptions).setRound(next));
            document.flush();
          }}
        />
        {words.wall.hideNames}
      </label>
      <p id={hintId} className={styles['courtesy']}>
        {words.wall.hideNamesHint}
      </p>
    </div>
  );
}
