/** One phase in the form of the agenda. */
import { say, workshop as words } from '@strideboard/words';
import { ArrowDown, ArrowUp, CopyPlus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '../ui/Button.tsx';
import { type DraftRow, readMinutes } from './agenda-draft.ts';
import styles from './Dialogs.module.css';

interface AgendaRowProps {
  readonly row: DraftRow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (change: Partial<Pick<DraftRow, 'minutes' | 'isOn'>>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRepeat: () => void;
}

/** The line; the keyboard stays on the button that moves it, wherever it goes. */
export function AgendaRow({ row, isFirst, isLast, onChange, onMove, onRepeat }: AgendaRowProps) {
  const phase = words.phases[row.phase];
  const pressed = useRef<HTMLButtonElement | null>(null);
  // At an end of the list the button is off; the other way is then the one to go on with.
  useEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    if (button === null) return;
    const other = button.parentElement?.querySelector<HTMLButtonElement>('button:not(:disabled)');
    (button.disabled ? other : button)?.focus();
  });
  const move = (button: HTMLButtonElement, by: -1 | 1): void => {
    pressed.current = button;
    onMove(by);
  };
  return (
    <li className={styles['row']} data-off={!row.isOn || undefined}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          aria-label={say(words.agenda.on, { phase })}
          checked={row.isOn}
          onChange={(event) => onChange({ isOn: event.target.checked })}
        />
        <span className={styles['name']}>{phase}</span>
      </label>
      <label className={styles['minutes']}>
        <input
          inputMode="numeric"
          aria-label={say(words.agenda.minutes, { phase })}
          aria-invalid={row.isOn && readMinutes(row.minutes) === null}
          disabled={!row.isOn}
          maxLength={3}
          value={row.minutes}
          onChange={(event) => onChange({ minutes: event.target.value })}
        />
        <span aria-hidden="true">{words.agenda.minutesShort}</span>
      </label>
      <span className={styles['moves']}>
        <IconButton
          label={say(words.agenda.up, { phase })}
          disabled={isFirst}
          onClick={(event) => move(event.currentTarget, -1)}
        >
          <ArrowUp size={15} aria-hidden />
        </IconButton>
        <IconButton
          label={say(words.agenda.down, { phase })}
          disabled={isLast}
          onClick={(event) => move(event.currentTarget, 1)}
        >
          <ArrowDown size={15} aria-hidden />
        </IconButton>
        <IconButton label={say(words.agenda.again, { phase })} onClick={onRepeat}>
          <CopyPlus size={15} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}
