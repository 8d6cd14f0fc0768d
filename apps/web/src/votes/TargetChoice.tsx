/** Choosing what is on a ballot from what there is. */
import { say, votes as words } from '@strideboard/words';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { foldText } from '../ui/fold-text.ts';
import { useSelected } from '../ui/use-selected.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { TargetText } from './TargetText.tsx';
import { aboutText, type VoteTarget } from './vote-targets.ts';
import styles from './Votes.module.css';

interface TargetChoiceProps {
  readonly targets: readonly VoteTarget[];
  readonly chosen: ReadonlySet<string>;
  /** How many of the first can be taken at once; `null` where their order says nothing. */
  readonly top: number | null;
  readonly empty: string;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Shown at once; more are found by typing. */
const SHOWN = 50;

/** The list with its checkboxes. */
export function TargetChoice({ targets, chosen, top, empty, onChange }: TargetChoiceProps) {
  const names = useSubjectNames();
  const { subjects } = useSelected();
  const [text, setText] = useState('');
  const wanted = foldText(text.trim());
  const found =
    wanted === ''
      ? targets
      : targets.filter((target) => foldText(`${target.title} ${aboutText(target, names)}`).includes(wanted));
  // What is on the ballot stays in sight, wherever it stands in the list.
  const shown = found.filter(({ id }, at) => at < SHOWN || chosen.has(id));
  const selected = targets.filter(({ on }) => subjects.some((id) => on.includes(id)));
  const idsOf = (list: readonly VoteTarget[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
  if (targets.length === 0) return <p className={styles['note']}>{empty}</p>;
  return (
    <fieldset className={styles['choice']}>
      <legend>{words.form.targets}</legend>
      <div className={styles['actions']}>
        <Button size="small" onClick={() => onChange(idsOf(top === null ? targets : targets.slice(0, top)))}>
          {top === null ? words.form.all : say(words.form.top, { count: top })}
        </Button>
        {selected.length === 0 ? null : (
          <Button size="small" onClick={() => onChange(new Set([...chosen, ...idsOf(selected)]))}>
            {say(words.form.selected, { count: selected.length })}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => onChange(new Set())}>
          {words.form.nothing}
        </Button>
      </div>
      <TextField
        label={words.form.search}
        type="search"
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ul className={styles['options']}>
        {shown.map((target) => (
          <li key={target.id}>
            <label className={styles['option']}>
              <input
                type="checkbox"
                checked={chosen.has(target.id)}
                onChange={({ target: { checked } }) => {
                  const next = new Set(chosen);
                  if (checked) next.add(target.id);
                  else next.delete(target.id);
                  onChange(next);
                }}
              />
              <TargetText target={target} title={target.title} />
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className={styles['note']}>{say(words.form.more, { count: found.length - shown.length })}</p>
      ) : null}
    </fieldset>
  );
}
