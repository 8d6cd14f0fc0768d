/** In or out of scope, with the reason. */
import type { Element, Flow } from '@strideboard/model';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { DraftField } from '../ui/DraftField.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './ScopeField.module.css';

/** A check box for one or several subjects; the reason is asked as soon as it is ticked. */
export function ScopeField({ subjects }: { readonly subjects: readonly (Element | Flow)[] }) {
  const { panels } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const ids = subjects.map((subject) => subject.id);
  const reasons = new Set(subjects.map((subject) => subject.outOfScope));
  const out = !reasons.has(null);
  const [first = null] = reasons;
  const reason = reasons.size === 1 ? (first ?? '') : '';
  return (
    <div className={styles['field']}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={out}
          disabled={!mayEdit}
          onChange={(event) => report(commands.scope({ ids, reason: event.target.checked ? '' : null }))}
        />
        <span>{panels.scope.label}</span>
      </label>
      {out ? (
        <DraftField
          label={panels.scope.reason}
          hint={reason === '' ? panels.scope.missing : panels.scope.hint}
          value={reason}
          maxLength={4_000}
          lines={2}
          disabled={!mayEdit}
          placeholder={panels.scope.placeholder}
          commit={(text) => report(commands.scope({ ids, reason: text.trim() }))}
        />
      ) : null}
    </div>
  );
}
