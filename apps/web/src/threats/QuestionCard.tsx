/** One question with its answers as buttons; every answer is one command. */
import type { PropertyValue } from '@strideboard/model';
import type { Question } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { type SubmitEvent, type SyntheticEvent, useId, useState } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import { TokenInput } from '../ui/TokenInput.tsx';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { focusNeighbour } from './focus-neighbour.ts';
import styles from './QuestionCard.module.css';

const BUTTONS = 5;

interface QuestionCardProps {
  readonly question: Question;
  /** Say whom it is about. */
  readonly named: boolean;
  readonly onReveal: () => void;
  /** Puts the question off for this session; `null` where that cannot be done. */
  readonly onSkip: (() => void) | null;
  /** Shown a second time, outside the list of questions. */
  readonly again?: boolean;
}

/** The card. */
export function QuestionCard({ question, named, onReveal, onSkip, again = false }: QuestionCardProps) {
  const { panels, common } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const names = useSubjectNames();
  const mayEdit = useMayEdit();
  const textId = useId();
  const { definition, subject, property } = question;
  const worst = question.rules[0]?.severity;
  const name = names.name(subject) ?? common.unnamed;
  const answer = (event: SyntheticEvent, value: PropertyValue): void => {
    focusNeighbour(event.currentTarget);
    report(commands.setProperty({ ids: [subject], name: property, value }));
  };
  return (
    <article
      className={styles['card']}
      aria-labelledby={textId}
      data-testid={again ? undefined : `question-${question.id}`}
    >
      <h3 id={textId} className={styles['text']}>
        <span aria-hidden="true">? </span>
        {definition.question ?? say(panels.questions.fallback, { label: definition.label })}
      </h3>
      <p className={styles['about']}>
        {named ? (
          <button type="button" className={styles['subject']} onClick={onReveal}>
            {say(panels.questions.about, { name })}
          </button>
        ) : null}
        <span className={styles['weight']}>
          {worst === undefined ? null : (
            <SeverityBadge level={worst} text={common.severities[worst]} label={common.severities[worst]} />
          )}
          {say(panels.questions.hangs, { count: question.waiting })}
        </span>
      </p>
      {mayEdit ? (
        <div className={styles['answers']}>
          <Answers question={question} labelId={textId} onAnswer={answer} />
          {onSkip === null ? null : (
            <Button
              size="small"
              onClick={(event) => {
                focusNeighbour(event.currentTarget);
                onSkip();
              }}
            >
              {panels.questions.dontKnow}
            </Button>
          )}
        </div>
      ) : null}
    </article>
  );
}

interface AnswersProps {
  readonly question: Question;
  readonly labelId: string;
  readonly onAnswer: (event: SyntheticEvent, value: PropertyValue) => void;
}

function Answers({ question: { definition }, labelId, onAnswer }: AnswersProps) {
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

type WrittenAnswerProps = Pick<AnswersProps, 'labelId' | 'onAnswer'> & Pick<Question, 'definition'>;

/** Text, number or list: nothing is sent before "Answer", since the card goes away with the first answer. */
function WrittenAnswer({ definition, labelId, onAnswer }: WrittenAnswerProps) {
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
        <TokenInput definition={definition} value={list} noteId={labelId} disabled={false} onChange={setList} />
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
    </form>
  );
}
