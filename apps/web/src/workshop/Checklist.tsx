/** "Run your workshop": what a facilitator does in each phase, a click away, ticked by what is on the board. Blocks nothing. */
import { say, workshop as words } from '@strideboard/words';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { PHASE_IDS, type PhaseId } from '../room/workshop/phases.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import styles from './Checklist.module.css';
import { type ChecklistItem, checklistOf } from './checklist.ts';
import { openDoor } from './doors.ts';
import { useChecklistFacts } from './use-checklist-facts.ts';

interface ChecklistProps {
  /** The phase that runs. */
  readonly phase: PhaseId;
  readonly onClose: () => void;
}

/** The list over the board; the present phase is open, the others are folded. Esc closes it. */
export function Checklist({ phase, onClose }: ChecklistProps) {
  const rightOpen = useSession((state) => state.rightOpen);
  const facts = useChecklistFacts();
  const [open, setOpen] = useState<PhaseId | null>(phase);
  // The workshop has gone on: so does the list.
  const [seen, setSeen] = useState(phase);
  if (seen !== phase) {
    setSeen(phase);
    setOpen(phase);
  }
  const panel = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
  }, []);
  const close = (): void => {
    const hadFocus = panel.current?.contains(document.activeElement) ?? false;
    onClose();
    if (hadFocus && before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <section
      ref={panel}
      className={styles['panel']}
      data-right={rightOpen}
      aria-label={words.checklist.title}
      data-testid="workshop-checklist"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className={styles['head']}>
        <h2>{words.checklist.title}</h2>
        <IconButton label={words.checklist.close} onClick={close}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <p className={styles['intro']}>{words.checklist.intro}</p>
      {PHASE_IDS.map((name) => (
        <PhasePart
          key={name}
          name={name}
          isPresent={name === phase}
          isOpen={name === open}
          items={checklistOf(name, facts)}
          onToggle={() => setOpen(name === open ? null : name)}
        />
      ))}
    </section>
  );
}

interface PhasePartProps {
  readonly name: PhaseId;
  readonly isPresent: boolean;
  readonly isOpen: boolean;
  readonly items: readonly ChecklistItem[];
  readonly onToggle: () => void;
}

function PhasePart({ name, isPresent, isOpen, items, onToggle }: PhasePartProps) {
  const known = items.filter(({ isDone }) => isDone !== null);
  const done = known.filter(({ isDone }) => isDone === true).length;
  return (
    <div className={styles['phase']}>
      <h3>
        <button type="button" className={styles['fold']} aria-expanded={isOpen} onClick={onToggle}>
          <span>{words.phases[name]}</span>
          {isPresent ? <span className={styles['now']}>{words.checklist.now}</span> : null}
          <span className={styles['progress']}>{say(words.checklist.progress, { done, total: known.length })}</span>
        </button>
      </h3>
      {isOpen ? (
        <ul className={styles['items']}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Item({ item: { id, door, isDone } }: { readonly item: ChecklistItem }) {
  const session = useSessionStore();
  return (
    <li className={styles['item']} data-done={isDone ?? undefined}>
      <span className={styles['mark']} data-known={isDone !== null || undefined}>
        {isDone === true ? <Check size={12} aria-hidden /> : null}
      </span>
      <span className={styles['text']}>
        {words.checklist.items[id]}
        {isDone === null ? null : (
          <span className="visually-hidden">{`, ${isDone ? words.checklist.done : words.checklist.open}`}</span>
        )}
      </span>
      {door === null ? null : (
        <Button size="small" look="quiet" className={styles['door']} onClick={() => openDoor(session, door)}>
          {words.doors[door]}
        </Button>
      )}
    </li>
  );
}
