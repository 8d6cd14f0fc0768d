/** Where a standing decision applies, each place with what it would reach now. */
import type { Threat } from '@strideboard/stride';
import { say, standing } from '@strideboard/words';
import { useId, useMemo, useState } from 'react';
import { useModel } from '../../room/use-room.ts';
import { TextField } from '../../ui/Field.tsx';
import { useSubjectNames } from '../../ui/use-subject-names.ts';
import { type ScopeOption, type ScopeReach, scopeOptions } from './scope-options.ts';
import { scopeText } from './scope-text.ts';
import styles from './StandingForm.module.css';
import { TAG, TAG_LIMIT } from './standing-draft.ts';

interface ScopeFieldProps {
  readonly value: string;
  /** The threat it is made from: places around it come first. */
  readonly from: Threat | null;
  readonly reach: (scope: string) => ScopeReach;
  /** Whether the keyboard begins here. */
  readonly isStart: boolean;
  /** What is wrong with the tag. */
  readonly problem: string | null;
  readonly onChange: (scope: string) => void;
}

/** A choice of places; a tag that no threat carries yet can be written. */
export function ScopeField({ value, from, reach, isStart, problem, onChange }: ScopeFieldProps) {
  const words = standing.form;
  const names = useSubjectNames();
  const model = useModel((whole) => whole);
  const id = useId();
  const options = useMemo(() => scopeOptions(model, from), [model, from]);
  const [isWriting, setWriting] = useState(false);
  const text = (scope: string): string =>
    say(words.scopeCount, { scope: scopeText(scope, names), count: reach(scope).inherits });
  const isKnown = options.some(({ scope }) => scope === value);
  const around = options.filter((option) => option.around);
  const rest = options.filter((option) => !option.around);
  const isTag = ({ scope }: ScopeOption): boolean => scope.startsWith(TAG);
  const group = (label: string, list: readonly ScopeOption[]) =>
    list.length === 0 ? null : (
      <optgroup label={label}>
        {list.map(({ scope }) => (
          <option key={scope} value={scope}>
            {text(scope)}
          </option>
        ))}
      </optgroup>
    );
  return (
    <>
      <div className={styles['field']}>
        <label htmlFor={id}>{words.scope}</label>
        <select
          id={id}
          data-start={isStart || undefined}
          value={isWriting ? TAG : value}
          onChange={({ target }) => {
            setWriting(target.value === TAG);
            onChange(target.value);
          }}
        >
          {from === null
            ? around.map(({ scope }) => (
                <option key={scope} value={scope}>
                  {text(scope)}
                </option>
              ))
            : group(words.around, around)}
          {group(
            words.boundaries,
            rest.filter((option) => !isTag(option)),
          )}
          {group(words.tags, rest.filter(isTag))}
          {isKnown || isWriting ? null : <option value={value}>{text(value)}</option>}
          <option value={TAG}>{words.otherTag}</option>
        </select>
      </div>
      {isWriting ? (
        <TextField
          label={words.tag}
          hint={words.tagHint}
          {...(problem === null ? {} : { problem })}
          data-field="tag"
          maxLength={TAG_LIMIT}
          value={value.slice(TAG.length)}
          onChange={(event) => onChange(`${TAG}${event.target.value}`)}
        />
      ) : null}
    </>
  );
}
