/** What it means to do without a pack, said before it is done: for everybody on the board, or in this browser alone. */
import { packs, say } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './PacksDialog.module.css';

interface ForgetPackProps {
  readonly name: string;
  /** Takes it off the board; `null` for who may not, and where the board does not name it. */
  readonly onRemove: ((name: string) => void) | null;
  /** Takes it out of this browser; `null` where it is not. */
  readonly onForget: ((name: string) => void) | null;
  /** Whether the board names it. */
  readonly isNamed?: boolean;
  readonly onCancel: () => void;
}

/** The question, with each consequence beside its button. */
export function ForgetPack({ name, onRemove, onForget, isNamed = true, onCancel }: ForgetPackProps) {
  const words = packs.board;
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <fieldset
      ref={place}
      tabIndex={-1}
      className={styles['forget']}
      aria-label={say(words.forgetNamed, { pack: name })}
    >
      {onRemove === null ? null : (
        <div className={styles['choice']}>
          <p>{words.removeEffect}</p>
          <Button
            size="small"
            look="danger"
            aria-label={say(words.removeNamed, { pack: name })}
            onClick={() => onRemove(name)}
          >
            {words.remove}
          </Button>
        </div>
      )}
      {onForget === null ? null : (
        <div className={styles['choice']}>
          <p>{isNamed ? words.forgetEffect : words.forgetOther}</p>
          <Button
            size="small"
            look="danger"
            aria-label={say(words.forgetHereNamed, { pack: name })}
            onClick={() => {
              onForget(name);
              onCancel();
            }}
          >
            {words.forgetHere}
          </Button>
        </div>
      )}
      <Button size="small" onClick={onCancel}>
        {words.cancel}
      </Button>
    </fieldset>
  );
}
