/** Writing one card: text, STRIDE letters, what it is about. Nothing of it leaves this page; a reload finds the unfinished text again. */
import { cards as words } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { Button } from '../ui/Button.tsx';
import { BLANK, type CardDraft } from './card-draft.ts';
import styles from './Composer.module.css';
import { CARD_TEXT_LIMIT } from './keep-cards.ts';
import { LetterField } from './LetterField.tsx';
import { LinkField } from './LinkField.tsx';
import { Prompts } from './Prompts.tsx';
import { useUnfinished } from './use-unfinished.ts';

interface ComposerProps {
  /** Names the unfinished text in this tab; the id of a card that is being changed. */
  readonly name: string;
  readonly label: string;
  readonly save: string;
  readonly start?: CardDraft;
  /** Whether the keyboard begins here. */
  readonly begins?: boolean;
  readonly onSave: (draft: CardDraft) => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** The fields; Enter saves and, for a new card, begins the next one. */
export function Composer({ name, label, save, start = BLANK, begins = false, onSave, onCancel }: ComposerProps) {
  const { link } = useRoom();
  const [draft, setDraft] = useUnfinished(`${link.roomId}|${name}`, start);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const noteId = useId();
  useEffect(() => {
    if (begins) field.current?.focus();
  }, [begins]);
  const submit = (): void => {
    const text = draft.text.trim();
    setMissing(text === '');
    field.current?.focus();
    if (text === '') return;
    setDraft(BLANK);
    onSave({ ...draft, text });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onCancel !== undefined) {
      // The dock around it stays open: Escape leaves one level.
      event.preventDefault();
      setDraft(BLANK);
      onCancel();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={field}
        className={styles['text']}
        rows={3}
        aria-label={label}
        aria-invalid={isMissing}
        aria-describedby={noteId}
        placeholder={words.write.placeholder}
        maxLength={CARD_TEXT_LIMIT}
        value={draft.text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setDraft({ ...draft, text: event.target.value });
          setMissing(false);
        }}
      />
      <p id={noteId} className={isMissing ? styles['problem'] : styles['hint']}>
        {isMissing ? words.write.missing : words.write.hint}
      </p>
      <LetterField letters={draft.letters} onChange={(letters) => setDraft({ ...draft, letters })} />
      <LinkField on={draft.on} onChange={(on) => setDraft({ ...draft, on })} />
      <div className={styles['actions']}>
        <Button type="submit" look="primary">
          {save}
        </Button>
        {onCancel === undefined ? null : (
          <Button
            look="quiet"
            onClick={() => {
              setDraft(BLANK);
              onCancel();
            }}
          >
            {words.write.cancel}
          </Button>
        )}
      </div>
      {onCancel === undefined ? (
        <Prompts
          about={draft.on}
          onUse={(letter, target) => {
            setDraft({
              ...draft,
              letters: draft.letters.includes(letter) ? draft.letters : [...draft.letters, letter],
              on: draft.on.includes(target) ? draft.on : [...draft.on, target],
            });
            field.current?.focus();
          }}
        />
      ) : null}
    </form>
  );
}
