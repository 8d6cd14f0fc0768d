/** One person: initials, name, what they may do, when they were last active. */
import { say, sharing } from '@strideboard/words';
import { type ReactNode, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { initials } from '../ui/initials.ts';
import { timeText } from '../ui/time-text.ts';
import styles from './PeopleDialog.module.css';
import type { BoardPerson } from './use-board-people.ts';

interface PersonRowProps {
  readonly person: BoardPerson;
  /** What else is to be known; may be empty. */
  readonly aside: string;
  /** What follows them. */
  readonly follow: ReactNode;
  /** Absent for those who may not, and for oneself. */
  readonly onChange: ((kind: 'remove' | 'readmit') => void) | null;
}

/** The row. */
export function PersonRow({ person, aside, follow, onChange }: PersonRowProps) {
  const words = sharing.people;
  const now = useRoom().now();
  const [asking, setAsking] = useState(false);
  const { name, role, tabs, lastWroteAt, removedAt, colour } = person;
  const wrote = lastWroteAt === null ? words.neverWrote : say(words.wrote, { when: timeText(lastWroteAt, now) });
  const where =
    removedAt !== null
      ? say(words.removedOn, { when: timeText(removedAt, now) })
      : tabs > 0 || role !== null
        ? say(words.tabs, { count: Math.max(1, tabs) })
        : wrote;
  return (
    <div className={styles['row']}>
      <span className={styles['avatar']} style={{ background: colour ?? undefined }} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={styles['who']}>
        <strong>{person.isMe ? say(words.you, { name }) : name}</strong>
        <span className={styles['aside']}>
          {[...(role === null ? [] : [sharing.roles[role]]), where, ...(aside === '' ? [] : [aside])].join(' · ')}
        </span>
      </span>
      <span className={styles['acts']}>
        {follow}
        {onChange === null || asking ? null : removedAt === null ? (
          <Button
            size="small"
            look="danger"
            aria-label={say(words.removeNamed, { name })}
            onClick={() => setAsking(true)}
          >
            {words.remove}
          </Button>
        ) : (
          <Button size="small" aria-label={say(words.readmitNamed, { name })} onClick={() => onChange('readmit')}>
            {words.readmit}
          </Button>
        )}
      </span>
      {asking && onChange !== null ? (
        <div className={styles['ask']}>
          <Confirm
            ask={words.removeAsk}
            yes={say(words.removeYes, { name })}
            no={words.removeNo}
            onYes={() => {
              setAsking(false);
              onChange('remove');
            }}
            onNo={() => setAsking(false)}
          />
        </div>
      ) : null}
    </div>
  );
}
