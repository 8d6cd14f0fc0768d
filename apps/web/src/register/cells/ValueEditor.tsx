/** Changing one value of a threat in its cell: a number, a name, a date, a text. Written by itself, so that what others change stays theirs. */
import type { RegisterRow } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useDecide } from '../detail/use-decide.ts';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import { PARTIES } from '../views/view-settings.ts';
import styles from './CellEditor.module.css';
import { type Choice, ChoiceList } from './ChoiceList.tsx';
import { isTakeable, type ValueField, valueOf, writtenOf } from './edit-field.ts';
import type { CloseTo, EditorProps } from './editor-props.ts';

interface ValueEditorProps extends EditorProps {
  readonly field: ValueField;
}

/** A list to choose from, or a field to write in. */
export function ValueEditor(props: ValueEditorProps) {
  const { row, label, field, onClose, onLeave } = props;
  const { setField } = useDecide();
  const set = (text: string): boolean => setField(row.id, field.field, writtenOf(field, text));
  useEffect(() => {
    if (field.kind === 'choice') onLeave(() => null);
  });
  if (field.kind === 'text') return <TextEditor {...props} field={field} set={set} />;
  const value = valueOf(row, field);
  return (
    <ChoiceList
      label={label}
      value={value}
      choices={choicesOf(row, field)}
      onChoose={(chosen) => {
        if (chosen === value || set(chosen)) onClose('stay');
      }}
    />
  );
}

function choicesOf(row: RegisterRow, { field }: ValueField): readonly Choice[] {
  if (field === 'party')
    return PARTIES.toSorted((a, b) => Number(b === 'none') - Number(a === 'none')).map((party) => ({
      value: party === 'none' ? '' : party,
      label: register.parties[party],
    }));
  if (field !== 'likelihood' && field !== 'impact') return [];
  const rule = row.threat?.finding[field];
  return [
    { value: '', label: rule === undefined ? register.grid.unscored : say(register.edit.asRule, { value: rule }) },
    ...([1, 2, 3, 4, 5] as const).map((grade) => ({
      value: String(grade),
      label: register.detail.grades[grade],
    })),
  ];
}

interface TextEditorProps extends EditorProps {
  readonly field: Extract<ValueField, { readonly kind: 'text' }>;
  readonly set: (text: string) => boolean;
}

function TextEditor({ row, label, field, onClose, onLeave, set }: TextEditorProps) {
  const { panels } = useWords();
  const now = valueOf(row, field);
  const [began] = useState(now);
  const [text, setText] = useState(now);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const noteId = useId();
  const problem = isTakeable(field, text) ? null : register.detail.tooManyTags;
  const isChanged = text !== began && text !== now;
  useEffect(() => {
    input.current?.focus();
    if (field.field !== 'due') input.current?.select();
  }, [field]);
  useEffect(() =>
    onLeave(() => {
      if (problem !== null) return say(register.edit.notSaved, { problem });
      if (isChanged) set(text);
      return null;
    }),
  );
  const save = (to: CloseTo): void => {
    // A date that is half typed reads as none: it is not taken for a wish to clear.
    if (input.current?.validity.badInput === true || problem !== null) return;
    if (!isChanged || set(text)) onClose(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && field.lines === 1) save(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'Enter' && !event.shiftKey) save('stay');
    else return;
    event.preventDefault();
  };
  const shared = {
    'aria-label': label,
    'aria-describedby': noteId,
    'aria-invalid': problem !== null,
    maxLength: field.limit,
    value: text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setText(target.value),
    onKeyDown,
  };
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        save('stay');
      }}
    >
      {field.lines === 1 ? (
        <input
          ref={input}
          {...shared}
          {...(field.field === 'due' ? { type: 'date', max: '9999-12-31' } : { type: 'text' })}
        />
      ) : (
        <textarea ref={input} rows={field.lines} {...shared} />
      )}
      <p
        id={noteId}
        className={problem === null ? (field.lines === 1 ? 'visually-hidden' : styles['hint']) : styles['problem']}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? hintOf(row, field)}
      </p>
      <p role="status" className={now === began || now === text ? 'visually-hidden' : styles['elsewhere']}>
        {now === began || now === text
          ? null
          : say(panels.elsewhere.text, { text: now === '' ? panels.elsewhere.empty : now })}
      </p>
      {field.lines === 1 ? null : (
        <div className={styles['actions']}>
          <Button size="small" look="primary" type="submit">
            {register.edit.save}
          </Button>
          <Button size="small" onClick={() => onClose('stay')}>
            {register.edit.cancel}
          </Button>
        </div>
      )}
    </form>
  );
}

const hintOf = (row: RegisterRow, { field, lines }: TextEditorProps['field']): string => {
  if (field === 'tags') return `${register.detail.tagsHint}. ${register.edit.keysShort}`;
  if (field === 'due' && row.due !== '' && valueOf(row, { kind: 'text', field, limit: 0, lines }) === '')
    return `${row.due}. ${register.edit.keysShort}`;
  return lines === 1 ? register.edit.keysShort : register.edit.keys;
};
