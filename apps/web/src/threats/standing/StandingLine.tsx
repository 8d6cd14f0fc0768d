/** On a threat that inherits: by which standing decision, and the way there. */
import type { StandingDecision } from '@strideboard/model';
import { say, standing as words } from '@strideboard/words';
import { useOpenStanding } from './standing-context.ts';
import styles from './StandingLine.module.css';

/** The line. */
export function StandingLine({ decision: { id, why, owner } }: { readonly decision: StandingDecision }) {
  const open = useOpenStanding();
  return (
    <div className={styles['line']}>
      <p>{why === '' ? words.decidedShort : say(words.decided, { why })}</p>
      {owner === '' ? null : <p>{say(words.owner, { owner })}</p>}
      <button type="button" aria-haspopup="dialog" onClick={() => open({ kind: 'list', focus: id })}>
        {words.show}
      </button>
    </div>
  );
}
