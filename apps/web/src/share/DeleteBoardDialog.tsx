/** Ends a board for everybody: asked by name, because nobody but the operator can bring it back. */
import { say, sharing } from '@strideboard/words';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { useBoardApi } from '../room/use-board-api.ts';
import { useEnvironment } from '../session/environment.ts';
import { forgetBoard } from '../session/forget-board.ts';
import { go } from '../session/navigation.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './ShareDialog.module.css';

/** The dialog; the board is deleted only after its name, or the word for it, was typed. */
export function DeleteBoardDialog({ onClose }: { readonly onClose: () => void }) {
  const words = sharing.board;
  const { board } = useWords();
  const api = useBoardApi();
  const session = useSessionStore();
  const { memory } = useEnvironment();
  const { link } = useRoom();
  const title = useModel((model) => model.meta.title).trim();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const wanted = title === '' ? words.deleteWord : title;
  const end = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (typed.trim() !== wanted) {
      setProblem(words.deleteMismatch);
      return;
    }
    setBusy(true);
    const done = await api.deleteBoard();
    setBusy(false);
    if (!done.ok) {
      setProblem(say(words.failed, { code: done.problem.code }));
      return;
    }
    forgetBoard(memory, link.roomId);
    go('/');
  };
  return (
    <Dialog title={words.deleteTitle} closeLabel={board.close} onClose={onClose}>
      <form ref={form} noValidate className={styles['body']} onSubmit={(event) => void end(event)}>
        <p>{words.deleteAsk}</p>
        <p>{words.deleteCopy}</p>
        <div>
          <Button size="small" onClick={() => session.getState().openDialog('export')}>
            {board.export}
          </Button>
        </div>
        <TextField
          label={title === '' ? words.deleteTypeUntitled : say(words.deleteType, { title })}
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
          {...(problem === null ? {} : { problem })}
        />
        <div className={styles['actions']}>
          <Button look="danger" type="submit">
            {words.deleteYes}
          </Button>
          <Button onClick={onClose}>{words.deleteNo}</Button>
        </div>
      </form>
    </Dialog>
  );
}
