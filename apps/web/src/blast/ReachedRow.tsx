/** One thing that is reached: its name selects it, the rest of the row unfolds how and draws the path on the canvas. */
import type { Reached } from '@strideboard/stride';
import { blastRadius as words, say } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { reachedKey } from '../analysis/blast-path.ts';
import { useBlast, useBlastStore } from '../analysis/blast-store.ts';
import { useWords } from '../session/words.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import type { ReachedSubject } from './group-reached.ts';
import { PathSteps } from './PathSteps.tsx';
import styles from './ReachedRow.module.css';

/** Whether the path to this subject is the one that is drawn. */
export const isChosen = ({ entries }: ReachedSubject, chosen: string | null): boolean =>
  entries.some((entry) => reachedKey(entry) === chosen);

/** The row; one at a time is unfolded. */
export function ReachedRow({ reached }: { readonly reached: ReachedSubject }) {
  const { common } = useWords();
  const names = useSubjectNames();
  const store = useBlastStore();
  const isOpen = useBlast((state) => isChosen(reached, state.chosen));
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const { subject, entries, outOfScope } = reached;
  const [first] = entries;
  const name = names.name(subject) ?? common.unnamed;
  return (
    <li ref={item} className={styles['row']} data-open={isOpen || undefined} data-testid={`reached-${subject}`}>
      <div className={styles['line']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          onClick={() => store.setState({ chosen: isOpen ? null : reachedKey(first) })}
        >
          <span className="visually-hidden">{say(words.path, { name })}: </span>
          <span>
            {accessText(entries)}
            {outOfScope ? `${words.comma}${words.outOfScope}` : null} · {say(words.steps, { count: first.distance })}
          </span>
          <span className={styles['mark']} aria-hidden="true" />
        </button>
        <span className={styles['name']}>
          <SubjectLink id={subject} />
        </span>
      </div>
      {isOpen ? <Entries entries={entries} /> : null}
    </li>
  );
}

function Entries({ entries }: Pick<ReachedSubject, 'entries'>) {
  const store = useBlastStore();
  const chosen = useBlast((state) => state.chosen);
  if (entries.length === 1) return <PathSteps path={entries[0].path} />;
  return entries.map((entry) => {
    const key = reachedKey(entry);
    return (
      <div key={key}>
        <button
          type="button"
          className={styles['entry']}
          aria-expanded={chosen === key}
          onClick={() => store.setState({ chosen: key })}
        >
          <span className={styles['mark']} aria-hidden="true" />
          {entryText(entry)} · {say(words.steps, { count: entry.distance })}
        </button>
        {chosen === key ? <PathSteps path={entry.path} /> : null}
      </div>
    );
  });
}

/** What is had of it; what is merely possible beside something proven is said to be. */
const accessText = (entries: ReachedSubject['entries']): string =>
  entries.map((entry, at) => (at === 0 ? words.access[entry.access] : entryText(entry))).join(words.comma);

const entryText = ({ access, certainty }: Reached): string =>
  certainty === 'proven' ? words.access[access] : say(words.perhaps, { access: words.access[access] });
