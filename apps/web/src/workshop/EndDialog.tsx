/** The end of a workshop: what is sealed is revealed or left with its authors, an open vote is closed. */
import { workshop as words } from '@strideboard/words';
import { openBallot, silentRound } from '../room/workshop/phases.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Dialogs.module.css';
import { SealedLine } from './SealedLine.tsx';
import { useLead } from './use-lead.ts';

/** The dialog; nothing stays hidden behind a workshop that is over. */
export function EndDialog({ onClose }: { readonly onClose: () => void }) {
  const { board } = useWords();
  const ask = words.ask.end;
  const lead = useLead();
  const isSealed = useWorkshop(silentRound) !== null;
  const isVoting = useWorkshop(openBallot) !== null;
  const end = (round: 'revealed' | 'discarded'): void => {
    lead.endRound(round);
    lead.closeBallot();
    lead.end();
    onClose();
  };
  return (
    <Dialog title={ask.title} closeLabel={board.close} onClose={onClose}>
      <div className={styles['body']}>
        <p>{ask.text}</p>
        {isVoting ? <p>{ask.voteText}</p> : null}
        {isSealed ? (
          <>
            <SealedLine />
            <p>{ask.discardText}</p>
          </>
        ) : null}
        <div className={styles['answers']}>
          <Button onClick={onClose}>{words.ask.stay}</Button>
          {isSealed ? (
            <Button look="danger" onClick={() => end('discarded')}>
              {ask.discard}
            </Button>
          ) : null}
          <Button look="primary" onClick={() => end('revealed')}>
            {isSealed ? ask.reveal : ask.yes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
