/** How others see me: asked once on the first board, changeable any time, never required. */
import { useEffect, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './NameDialog.module.css';

/** The dialog; Enter joins. Whoever began to type before it came is not interrupted, and asked on the next board. */
export function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const [isLate] = useState(isTyping);
  useEffect(() => {
    if (isLate) onClose();
  }, [isLate, onClose]);
  return isLate ? null : <Question onClose={onClose} />;
}

const isTyping = (): boolean => document.activeElement?.matches('input, textarea') === true;

function Question({ onClose }: { readonly onClose: () => void }) {
  const { board, start } = useWords();
  const { memory } = useEnvironment();
  const room = useRoom();
  const [name, setName] = useState(memory.preferences().name ?? start.guest);
  const keep = (chosen: string): void => {
    memory.setPreferences({ name: chosen });
    room.introduce();
    onClose();
  };
  return (
    <Dialog
      title={start.joinTitle}
      closeLabel={board.close}
      onClose={() => keep(memory.preferences().name ?? start.guest)}
      footer={
        <>
          <Button onClick={() => keep(memory.preferences().name ?? start.guest)}>{start.joinSkip}</Button>
          <Button look="primary" type="submit" form="join">
            {start.joinGo}
          </Button>
        </>
      }
    >
      <form
        id="join"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          keep(name.trim() || start.guest);
        }}
      >
        <p>{start.joinLead}</p>
        <TextField
          label={start.joinName}
          value={name}
          maxLength={64}
          autoComplete="nickname"
          placeholder={start.guest}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
