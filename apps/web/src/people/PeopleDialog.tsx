/** Who is here and who was, and whom to follow: facilitators also bring everyone to their view, remove people and let them in again. */
import { following, say, sharing } from '@strideboard/words';
import { useConnection } from '../room/use-room.ts';
import { useAsked, useBoardApi } from '../room/use-board-api.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Fold } from '../ui/Fold.tsx';
import styles from './PeopleDialog.module.css';
import { FollowSettings } from './FollowSettings.tsx';
import { FollowButton } from './FollowButton.tsx';
import { HandOver } from './HandOver.tsx';
import { PersonRow } from './PersonRow.tsx';
import { type BoardPerson, useBoardPeople } from './use-board-people.ts';

/** The dialog. */
export function PeopleDialog({ onClose }: { readonly onClose: () => void }) {
  const words = sharing.people;
  const { board } = useWords();
  const api = useBoardApi();
  const session = useSessionStore();
  const facilitates = useConnection((state) => state.role === 'facilitate');
  const asked = useAsked(() => api.participants(), facilitates);
  const people = useBoardPeople(asked.value);
  const change = async (principal: string, name: string, kind: 'remove' | 'readmit'): Promise<void> => {
    const done = await (kind === 'remove' ? api.removeParticipant(principal) : api.readmitParticipant(principal));
    session
      .getState()
      .tell(
        done.ok
          ? { text: say(kind === 'remove' ? words.removed : words.readmitted, { name }) }
          : { text: say(sharing.board.failed, { code: done.problem.code }), tone: 'problem' },
      );
    asked.again();
  };
  const present = people.filter(({ removedAt }) => removedAt === null);
  const removed = people.filter(({ removedAt }) => removedAt !== null);
  const row = (person: (typeof people)[number]) => (
    <li key={person.principal}>
      <PersonRow
        person={person}
        aside={followsText(person, people)}
        follow={
          <>
            <FollowButton person={person} onFollow={onClose} />
            {facilitates && isBesides(person) ? <HandOver name={person.name} /> : null}
          </>
        }
        onChange={facilitates && !person.isMe ? (kind) => void change(person.principal, person.name, kind) : null}
      />
    </li>
  );
  return (
    <Dialog title={words.title} closeLabel={board.close} onClose={onClose} width="wide">
      <div className={styles['body']}>
        <p className={styles['intro']}>{facilitates ? words.intro : words.introOthers}</p>
        {asked.problem === null ? null : (
          <p role="alert" className={styles['problem']}>
            {say(words.failed, { code: asked.problem.code })}{' '}
            <Button size="small" onClick={asked.again}>
              {words.retry}
            </Button>
          </p>
        )}
        <FollowSettings onDone={onClose} />
        <ul className={styles['rows']} aria-label={words.title}>
          {present.map(row)}
        </ul>
        <Fold title={words.gone} count={removed.length} startOpen>
          {() => <ul className={styles['rows']}>{removed.map(row)}</ul>}
        </Fold>
      </div>
    </Dialog>
  );
}

/** Whom a person follows, in words; empty for nobody. Who leads follows themselves, which is none. */
function followsText({ principal, follows }: BoardPerson, people: readonly BoardPerson[]): string {
  const followed = follows === principal ? undefined : people.find((one) => one.principal === follows);
  if (followed === undefined) return '';
  return followed.isMe ? following.row.follows : say(following.row.followsOther, { name: followed.name });
}

/** Here, and not leading yet. */
const isBesides = ({ isMe, window, role }: BoardPerson): boolean => !isMe && window !== null && role !== 'facilitate';
