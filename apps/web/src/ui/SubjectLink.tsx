/** The name of an element or flow that selects it. */
import type { SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import styles from './SubjectLink.module.css';
import { useSubjectNames } from './use-subject-names.ts';

interface SubjectLinkProps {
  readonly id: SubjectId;
}

/** A button in running text; plain text when the subject is no longer on the board. */
export function SubjectLink({ id }: SubjectLinkProps) {
  const names = useSubjectNames();
  const session = useSessionStore();
  const { panels, common } = useWords();
  const name = names.name(id);
  if (name === null) return <span className={styles['gone']}>{common.unnamed}</span>;
  return (
    <button
      type="button"
      className={styles['link']}
      title={say(panels.select, { name })}
      onClick={() => session.getState().show([id])}
    >
      {name}
    </button>
  );
}
