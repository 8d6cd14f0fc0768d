/** What a control of a pack says: its test, requirements, expected signal, and what it is worth. */
import type { ListedControl } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';
import { useRoom } from '../room/use-room.ts';
import styles from './ControlRow.module.css';
import { strengthText } from './strength-text.ts';

/** A list of terms. */
export function ControlFacts({ control }: { readonly control: ListedControl }) {
  const { pack } = useRoom();
  const { view } = words;
  const { test, signal, requirements, strength, mechanism, layer, notes } = control;
  const enforces =
    mechanism === '' ? '' : [pack.mechanism(mechanism)?.label ?? mechanism, layer].filter(Boolean).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [view.test, test || view.nothing],
    [
      view.requirements,
      requirements.map(({ text, checked }) => (checked ? text : say(words.unchecked, { text }))).join('; ') ||
        view.nothing,
    ],
    [view.signal, signal || view.nothing],
    [view.strength, strengthText(strength)],
    [view.enforces, enforces],
    [view.notes, notes],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([term, text]) =>
        text === '' ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
