/** What a facilitator is asked before the workshop goes on: a round to begin, cards to reveal, a vote to close. */
import { workshop as words } from '@strideboard/words';
import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './Dialogs.module.css';
import type { MoveQuestion } from './move.ts';
import { SealedLine } from './SealedLine.tsx';
import { useLead } from './use-lead.ts';

interface MoveDialogProps {
  readonly question: MoveQuestion;
  readonly onClose: () => void;
  /** The workshop goes on. */
  readonly onGo: () => void;
}

const PROMPT_LIMIT = 500;

/** The question with its answers; to stay is always one of them. */
export function MoveDialog({ question, onClose, onGo }: MoveDialogProps) {
  if (question === 'round') return <RoundDialog onClose={onClose} onGo={onGo} />;
  return <LeaveDialog question={question} onClose={onClose} onGo={onGo} />;
}

function RoundDialog({ onClose, onGo }: Omit<MoveDialogProps, 'question'>) {
  const { board } = useWords();
  const ask = words.ask.round;
  const lead = useLead();
  const [prompt, setPrompt] = useState('');
  const begin = (event: SyntheticEvent): void => {
    event.preventDefault();
    lead.beginRound(prompt.trim());
    onGo();
    onClose();
  };
  return (
    <Dialog title={ask.title} closeLabel={board.close} onClose={onClose}>
      <form className={styles['body']} onSubmit={begin}>
        <p>{ask.text}</p>
        <TextField
          label={ask.prompt}
          placeholder={ask.promptPlaceholder}
          maxLength={PROMPT_LIMIT}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <div className={styles['answers']}>
          <Button onClick={onClose}>{words.ask.stay}</Button>
          <Button look="primary" type="submit">
            {ask.yes}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function LeaveDialog({
  question,
  onClose,
  onGo,
}: MoveDialogProps & { readonly question: Exclude<MoveQuestion, 'round'> }) {
  const { board } = useWords();
  const lead = useLead();
  const ask = words.ask[question];
  const close = (before: () => void): void => {
    before();
    onGo();
    onClose();
  };
  return (
    <Dialog title={ask.title} closeLabel={board.close} onClose={onClose}>
      <div className={styles['body']}>
        {question === 'vote' ? null : <SealedLine />}
        <p>{ask.text}</p>
        <div className={styles['answers']}>
          <Button onClick={onClose}>{words.ask.stay}</Button>
          {'no' in ask ? <Button onClick={() => close(() => undefined)}>{ask.no}</Button> : null}
          <Button
            look="primary"
            onClick={() => close(() => (question === 'vote' ? lead.closeBallot() : lead.endRound('revealed')))}
          >
            {ask.yes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
