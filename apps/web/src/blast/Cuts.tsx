/** Controls that would take something away; each can be assumed, which changes only what this person sees. */
import { blastRadius as words, say } from '@strideboard/words';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useSessionStore } from '../session/use-session.ts';
import type { CutRow } from './cut-rows.ts';
import styles from './Cuts.module.css';

/** The list with a box to tick for each. */
export function Cuts({ rows }: { readonly rows: readonly CutRow[] }) {
  const session = useSessionStore();
  const controls = useAnalysis((state) => state.names.controls);
  const assume = (control: string, on: boolean): void => {
    const now = session.getState();
    const { blast } = now;
    if (blast === null) return;
    const others = blast.assumed.filter((other) => other !== control);
    now.setBlast({ ...blast, assumed: on ? [...others, control] : others });
  };
  return (
    <ul className={styles['cuts']}>
      {rows.map((row) => (
        <li key={row.control}>
          <label data-testid={`cut-${row.control}`}>
            <input
              type="checkbox"
              checked={row.isAssumed}
              onChange={(event) => assume(row.control, event.target.checked)}
            />
            <span>
              {Object.hasOwn(controls, row.control) ? controls[row.control] : row.control}
              <span className={styles['effect']}>{effectText(row)}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function effectText({ gone, lessened }: CutRow): string {
  if (gone + lessened === 0) return words.cuts.nothing;
  return [
    gone === 0 ? null : say(words.cuts.gone, { count: gone }),
    lessened === 0 ? null : say(words.cuts.less, { count: lessened }),
  ]
    .filter((part) => part !== null)
    .join(words.comma);
}
