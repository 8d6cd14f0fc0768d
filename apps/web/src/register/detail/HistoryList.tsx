/** Who changed what about a threat, when, from what to what. */
import type { ThreatId } from '@strideboard/model';
import { register, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useModel, useRoom } from '../../room/use-room.ts';
import { useWords } from '../../session/words.ts';
import { Fold } from '../../ui/Fold.tsx';
import { timeText } from '../../ui/time-text.ts';
import { historyLines } from './history-lines.ts';
import styles from './ThreatDetail.module.css';
import { useNameOf } from './use-name-of.ts';

/** The list, newest first. */
export function HistoryList({ id }: { readonly id: ThreatId }) {
  const words = useWords();
  const room = useRoom();
  const log = useModel((model) => model.decisionLog);
  const nameOf = useNameOf();
  const lines = useMemo(() => historyLines(log, id, words), [log, id, words]);
  const said = register.history;
  return (
    <Fold title={register.detail.history} count={lines.length} startOpen>
      {() => (
        <ol className={styles['history']} aria-label={register.detail.history}>
          {lines.map(({ id: entry, by, via, at, text, cause, apartFrom }) => {
            const when = timeText(at, room.now());
            const who =
              via === null
                ? say(said.by, { who: nameOf(by), when })
                : say(said.via, { who: nameOf(by), via: nameOf(via), when });
            return (
              <li key={entry}>
                <bdi className={styles['prose']}>{text}</bdi>
                <span className={styles['hint']}>{cause === null ? who : `${who} (${cause})`}</span>
                {apartFrom === null ? null : (
                  <span className={styles['hint']}>{say(said.atOnce, { who: nameOf(apartFrom) })}</span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Fold>
  );
}
