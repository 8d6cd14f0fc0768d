/** One question about several elements or flows: answered for all of them at once, or one by one. */
import { say } from '@strideboard/words';
import type { PropertyValue } from '@strideboard/model';
import { type SyntheticEvent, useId, useState } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Answers } from '../ui/Answers.tsx';
import { Button } from '../ui/Button.tsx';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import { MY_ANSWER } from '../ui/my-answer.ts';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { type QuestionGroup, worstOf } from './group-questions.ts';
import { QuestionCard } from './QuestionCard.tsx';
import styles from './QuestionCard.module.css';

/** So many are named. */
const NAMED = 4;

interface QuestionGroupCardProps {
  readonly group: QuestionGroup;
  readonly onReveal: (id: QuestionGroup['questions'][number]['subject']) => void;
  /** Puts questions off for this session, by their ids. */
  readonly onSkip: (ids: readonly string[]) => void;
}

/** The card. */
export function QuestionGroupCard({ group, onReveal, onSkip }: QuestionGroupCardProps) {
  const { panels, common } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const names = useSubjectNames();
  const mayEdit = useMayEdit();
  const [open, setOpen] = useState(false);
  const [textId, allId, listId] = [useId(), useId(), useId()];
  const { definition, questions } = group;
  const worst = worstOf(questions);
  const named = questions.slice(0, NAMED).map(({ subject }) => names.name(subject) ?? common.unnamed);
  const more = questions.length - named.length;
  const waiting = questions.reduce((sum, question) => sum + question.waiting, 0);
  // What is written by hand is rarely the same for all.
  const forAll = definition.type === 'boolean' || definition.type === 'enum';
  const answer = (event: SyntheticEvent, value: PropertyValue): void => {
    focusNeighbour(event.currentTarget);
    const ids = questions.map(({ subject }) => subject);
    report(commands.setProperty({ ids, name: definition.name, value, evidence: MY_ANSWER }));
  };
  return (
    <article className={styles['card']} aria-labelledby={textId} data-testid={`questions-${definition.name}`}>
      <h3 id={textId} className={styles['text']}>
        <span aria-hidden="true">? </span>
        {definition.question ?? say(panels.questions.fallback, { label: definition.label })}
      </h3>
      <p className={styles['about']}>
        <button
          type="button"
          className={styles['subject']}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {say(more > 0 ? panels.questions.aboutMore : panels.questions.about, {
            name: named.join(panels.facts.comma),
            count: more,
          })}
        </button>
        <span className={styles['weight']}>
          {worst === null ? null : (
            <SeverityBadge level={worst} text={common.severities[worst]} label={common.severities[worst]} />
          )}
          {say(panels.questions.hangs, { count: waiting })}
        </span>
      </p>
      {mayEdit ? (
        <fieldset className={styles['answers']} aria-labelledby={`${textId} ${allId}`}>
          <span id={allId} className={forAll ? styles['all'] : 'visually-hidden'}>
            {say(panels.questions.forAll, { count: questions.length })}
          </span>
          {forAll ? <Answers definition={definition} labelId={textId} onAnswer={answer} /> : null}
          <Button size="small" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
            {panels.questions.oneByOne}
          </Button>
          <Button
            size="small"
            onClick={(event) => {
              focusNeighbour(event.currentTarget);
              onSkip(questions.map(({ id }) => id));
            }}
          >
            {panels.questions.dontKnow}
          </Button>
        </fieldset>
      ) : null}
      <ul id={listId} className={styles['each']} hidden={!open}>
        {open
          ? questions.map((question) => (
              <li key={question.id} data-card>
                <QuestionCard
                  question={question}
                  named
                  inGroup
                  onReveal={() => onReveal(question.subject)}
                  onSkip={() => onSkip([question.id])}
                />
              </li>
            ))
          : null}
      </ul>
    </article>
  );
}
