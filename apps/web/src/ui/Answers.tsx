/** The answers to one question about a property. */
import type { PropertyValue } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import { type SubmitEvent, type SyntheticEvent, useState } from 'react';
import { useWords } from '../session/words.ts';
import styles from './Answers.module.css';
import { Button } from './Button.tsx';
import { TokenInput } from './TokenInput.tsx';

/** Up to this many answers are buttons. */
const BUTTONS = 5;

interface AnswersProps {
  readonly definition: PropertyDefinition;
  /** DOM id of the question. */
  readonly labelId: string;
  readonly onAnswer: (event: SyntheticEvent, value: PropertyValue) => void;
}

/** Buttons where a few answers are possible, else a field. */
export function Answers({ definition, labelId, onAnswer }: AnswersProps) {
  const { panels } = useWords();
  const values = (definition.values ?? []).filter(({ id }) => id !== 'unknown');
  if (definition.type === 'boolean')
    return (
      <>
        <Button size="small" onClick={(event) => onAnswer(event, true)}>
          {panels.values.yes}
        </Button>
        <Button size="small" onClick={(event) => onAnswer(event, false)}>
          {panels.values.no}
        </Button>
      </>
    );
  if (definition.type === 'enum' && values.length <= BUTTONS)
    return values.map(({ id, label }) => (
      <Button key={id} size="small" onClick={(event) => onAnswer(event, id)}>
        {label}
      </Button>
    ));
  if (definition.type === 'enum')
    return (
      <select
        className={styles['select']}
        aria-labelledby={labelId}
        value=""
        onChange={(event) => onAnswer(event, event.target.value)}
      >
        <option value="" disabled>
          {panels.questions.choose}
        </option>
        {values.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    );
  return <WrittenAnswer {...{ definition, labelId, onAnswer }} />;
}

/** Text, number or list: nothing that is written is sent before "Answer", since the card goes away with the first answer. */
function WrittenAnswer({ definition, labelId, onAnswer }: AnswersProps) {
  const { panels } = useWords();
  const [text, setText] = useState('');
  const [list, setList] = useState<readonly (string | number | boolean)[] | null>(null);
  const isNumber = definition.type === 'number';
  const number = Number(text);
  const wrong = isNumber && text.trim() !== '' && !Number.isFinite(number);
  const ready = definition.type === 'list' ? list !== null : text.trim() !== '' && !wrong;
  const value: PropertyValue = definition.type === 'list' ? (list ?? []) : isNumber ? number : text.trim();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (ready) onAnswer(event, value);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      {definition.type === 'list' ? (
        <TokenInput
          definition={definition}
          value={list}
          noteId={labelId}
          disabled={false}
          hasChoices={false}
          onChange={(next) => setList(next === null || next.length === 0 ? null : next)}
        />
      ) : (
        <input
          className={styles['input']}
          aria-labelledby={labelId}
          aria-invalid={wrong}
          inputMode={isNumber ? 'decimal' : 'text'}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Button size="small" type="submit" disabled={!ready}>
        {panels.questions.answer}
      </Button>
      {definition.type === 'list' && list === null ? (
        <Button size="small" onClick={(event) => onAnswer(event, [])}>
          {panels.list.setNone}
        </Button>
      ) : null}
    </form>
  );
}
