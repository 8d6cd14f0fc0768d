/** Where I write cards that nobody else sees yet. */
import type { WorkshopRound } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { randomId } from '../room/random-id.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useCardBox, useCardBoxStore } from './card-box.ts';
import { Composer } from './Composer.tsx';
import { KeptCards } from './KeptCards.tsx';
import { LeadBar } from './LeadBar.tsx';
import { OwnCards } from './OwnCards.tsx';
import styles from './SilentView.module.css';
import { Counts } from './SilentRow.tsx';

/** The view: writing on one side, what is written on the other. */
export function SilentView({ round }: { readonly round: WorkshopRound }) {
  const room = useRoom();
  const session = useSessionStore();
  const role = useRole();
  const box = useCardBoxStore();
  const isKept = useCardBox((state) => state.isKept);
  const mayWrite = role !== null && role !== 'view';
  const count = useCardBox(({ cards }) => cards.filter((card) => card.round === round.id).length);
  return (
    <div className={styles['view']}>
      {role === 'facilitate' ? <LeadBar round={round} /> : null}
      {mayWrite ? (
        <div className={styles['columns']}>
          <div className={styles['write']}>
            <p className={styles['intro']}>{round.prompt === '' ? words.silent.intro : round.prompt}</p>
            {isKept ? null : (
              <p className={styles['warning']} role="alert">
                {words.silent.notKept}
              </p>
            )}
            <Composer
              name="new"
              label={words.write.label}
              save={words.write.add}
              onSave={(draft) => {
                box.getState().put({ ...draft, id: randomId(), round: round.id, at: room.now(), late: false });
                session.getState().announce(say(words.silent.added, { count: count + 1 }));
              }}
            />
          </div>
          <div className={styles['written']}>
            <OwnCards round={round.id} />
            <KeptCards round={round.id} />
          </div>
        </div>
      ) : (
        <>
          <p className={styles['intro']}>{words.silent.watching}</p>
          <Counts mine={null} />
        </>
      )}
    </div>
  );
}
