/** One question with its answers as buttons; every answer is one command. */
import type { PropertyValue } from '@strideboard/model';
import type { Question } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { type SyntheticEvent, useId } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Answers } from '../ui/Answers.tsx';
import { Button } from '../ui/Button.tsx';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import { MY_ANSWER } from '../ui/my-answer.ts';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import styles from './QuestionCard.module.css';

interface QuestionCardProps {
  readonly question: Question;
  /** Say whom it is about. */
  readonly named: boolean;
  readonly onReveal: () => void;
  /** Puts the question off for this session; `null` where that cannot be done. */
  readonly onSkip: (() => void) | null;
  /** Stands below its words, which are not shown again. */
  readonly inGroup?: boolean;
  /** Shown a second time, outside the list of questions. */
  readonly again?: boolean;
}

/** The card. */
export function QuestionCard({ question, named, onReveal, onSkip, inGroup = false, again = false }: QuestionCardProps) {
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
    report(commands.setProperty({ ids: [subject], name: property, value, evidence: MY_ANSWER }));
  };
  return (
    <article
      className={styles['card']}
      aria-labelledby={textId}
      data-testid={again ? undefined : `question-${question.id}`}
    >
      <h3 id={textId} className={inGroup ? 'visually-hidden' : styles['text']}>
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
          <Answers definition={definition} labelId={textId} onAnswer={answer} />
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
