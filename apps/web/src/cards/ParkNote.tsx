/** A field for a note to park, from anywhere and in any phase: one key opens it, Enter parks. */
import { cards as words } from '@strideboard/words';
import { SquareParking, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Action, useRegisterActions } from '../session/action-registry.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useSelected } from '../ui/use-selected.ts';
import { CARD_TEXT_LIMIT } from './keep-cards.ts';
import styles from './ParkNote.module.css';
import { useCardActions } from './use-card-actions.ts';

/** The action, and the field while it is open. */
export function ParkNote() {
  const [isOpen, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const actions = useMemo(
    (): readonly Action[] => [
      {
        id: 'park-note',
        group: 'workshop',
        label: words.parking.action,
        keywords: words.parking.keywords,
        shortcuts: [{ key: 'p' }],
        run: () => {
          before.current = document.activeElement;
          setOpen(true);
        },
      },
    ],
    [],
  );
  useRegisterActions('park', actions);
  if (!isOpen) return null;
  return (
    <Field
      onClose={() => {
        setOpen(false);
        if (before.current instanceof HTMLElement) before.current.focus();
      }}
    />
  );
}

function Field({ onClose }: { readonly onClose: () => void }) {
  const { note } = useCardActions();
  const { subjects } = useSelected();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      className={styles['form']}
      aria-label={words.parking.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') input.current?.focus();
        else if (note(text.trim(), subjects)) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <SquareParking size={16} aria-hidden />
      <input
        ref={input}
        className={styles['input']}
        aria-label={words.parking.label}
        aria-describedby={hintId}
        placeholder={words.parking.placeholder}
        maxLength={CARD_TEXT_LIMIT}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span id={hintId} className={styles['hint']}>
        {words.parking.hint}
      </span>
      <Button type="submit" size="small">
        {words.parking.add}
      </Button>
      <IconButton label={words.parking.close} onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </form>
  );
}
