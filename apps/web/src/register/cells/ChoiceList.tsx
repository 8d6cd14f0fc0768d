/** A list of which one is chosen: arrows and first characters move, Enter, Space and a click choose. */
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys act on the whole list
// biome-ignore-all lint/a11y/useSemanticElements: an element of a form would choose at every arrow
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { foldText } from '../../ui/fold-text.ts';
import styles from './CellEditor.module.css';

/** One thing to choose. */
export interface Choice {
  /** `''` for nothing said. */
  readonly value: string;
  readonly label: string;
}

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** What stands now. */
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** The list; it takes the keyboard when it appears. */
export function ChoiceList({ label, choices, value, onChoose }: ChoiceListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => choice.value === value),
    ),
  );
  useEffect(() => {
    box.current?.querySelectorAll<HTMLElement>('[role=option]')[at]?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = choices[at];
    const to = placeAfter(event.key, at, choices);
    if (event.key === 'Enter' || event.key === ' ') {
      if (chosen !== undefined) onChoose(chosen.value);
    } else if (to !== null && !event.ctrlKey && !event.metaKey && !event.altKey) setAt(to);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} role="listbox" aria-label={label} tabIndex={-1} className={styles['choices']} onKeyDown={onKeyDown}>
      {choices.map((choice, index) => (
        <div
          key={choice.value}
          role="option"
          aria-selected={choice.value === value}
          tabIndex={index === at ? 0 : -1}
          className={styles['choice']}
          onClick={() => onChoose(choice.value)}
          onPointerMove={() => setAt(index)}
        >
          <span>{choice.label}</span>
          {choice.value === value ? <Check size={14} aria-hidden /> : null}
        </div>
      ))}
    </div>
  );
}

/** Where a key goes in the list; `null` when it goes nowhere. */
function placeAfter(key: string, at: number, choices: readonly Choice[]): number | null {
  const last = choices.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
  }
  if (key.length !== 1 || key === ' ') return null;
  const begins = (index: number): boolean => foldText(choices[index]?.label ?? '').startsWith(foldText(key));
  const after = choices.map((_, step) => (at + 1 + step) % choices.length);
  return after.find(begins) ?? null;
}
