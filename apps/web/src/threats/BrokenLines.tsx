/** On a threat that hangs on broken assumptions: on which, and the way there. */
import { isDecided, type Threat } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { useModel } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import styles from './BrokenLines.module.css';

/** The lines; nothing where no assumption is broken. */
export function BrokenLines({ threat: { state, broken } }: { readonly threat: Threat }) {
  const { panels, common } = useWords();
  const session = useSessionStore();
  const records = useModel((model) => model.records);
  return broken.map((id) => (
    <div key={id} className={styles['line']}>
      <p>
        {say(isDecided(state) ? panels.threats.brokenText : panels.threats.brokenOpen, {
          state: common.states[state],
          title: records.find((record) => record.id === id)?.title ?? id,
        })}
      </p>
      <button type="button" onClick={() => session.getState().showReview('records', id)}>
        {panels.threats.showAssumption}
      </button>
    </div>
  ));
}
