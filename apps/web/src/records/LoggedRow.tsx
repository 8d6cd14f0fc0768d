/** One entry of the log that is no record: who decided what on a threat or for a whole rule, when and why. */
import { records as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { timeText } from '../ui/time-text.ts';
import { Chips } from './AboutField.tsx';
import styles from './DecisionLog.module.css';
import type { LoggedChange, LoggedDecision } from './list-decisions.ts';
import { useTargets } from './use-targets.ts';

/** The row. */
export function LoggedRow({ entry }: { readonly entry: Exclude<LoggedDecision, { kind: 'record' }> }) {
  const room = useRoom();
  const find = useTargets();
  const headOf = useHeads();
  const { by, at } = entry;
  const [head, ...others] = headOf(entry);
  return (
    <article className={styles['entry']} data-testid={`logged-${entry.id}`}>
      <p className={styles['head']}>
        <strong>{head}</strong>
        {entry.kind === 'threat' && entry.undone ? <span>{words.log.undone}</span> : null}
      </p>
      {others.map((line) => (
        <p key={line} className={styles['line']}>
          {line}
        </p>
      ))}
      <div className={styles['facts']}>
        {entry.kind === 'threat' ? <Chips about={[entry.threat]} find={find} /> : null}
        <p>
          {say(words.log.stamp, {
            who: room.document.people().get(by)?.name ?? words.someone,
            when: at === null ? words.log.undated : timeText(at, room.now()),
          })}
        </p>
      </div>
    </article>
  );
}

/** The text of an entry as it is searched. */
export function useLoggedText(): (entry: LoggedDecision) => string {
  const find = useTargets();
  const headOf = useHeads();
  return (entry) => {
    if (entry.kind === 'record') return entry.record.about.map((id) => find(id).label).join(' ');
    const target = entry.kind === 'threat' ? `${entry.threat} ${find(entry.threat).label}` : '';
    return [...headOf(entry), target].join(' ');
  };
}

/** What was decided, then one line for each further field. */
function useHeads(): (entry: Exclude<LoggedDecision, { kind: 'record' }>) => readonly string[] {
  const { common } = useWords();
  const rules = useAnalysis((state) => state.names.rules);
  return useMemo(() => {
    const text = (change: LoggedChange): string => {
      if (change.field === 'state') {
        const { before, after } = change;
        return say(words.log.was, { before: common.states[before], after: common.states[after] });
      }
      const field = words.log.fields[change.field];
      return change.after === ''
        ? say(words.log.cleared, { field })
        : say(words.log.field, { field, value: change.after });
    };
    return (entry) => {
      if (entry.kind === 'threat') return entry.changes.map(text);
      const { decision, ended } = entry;
      const { rule, state } = decision;
      const title = Object.hasOwn(rules, rule) ? `${rule} · ${rules[rule] ?? ''}` : rule;
      const why = ended ? (decision.ended?.why ?? '') : decision.why;
      const head = ended
        ? say(words.log.ended, { rule: title })
        : say(words.log.standing, { rule: title, state: common.states[state] });
      return why === '' ? [head] : [head, say(words.log.field, { field: words.log.fields.why, value: why })];
    };
  }, [common, rules]);
}
