/** One unknown fact as a question that a click answers for the whole board. */
import type { PropertyValue } from '@strideboard/model';
import type { Missing } from '@strideboard/stride';
import { blastRadius as words, say } from '@strideboard/words';
import { type SyntheticEvent, useId } from 'react';
import { useMayEdit, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Answers } from '../ui/Answers.tsx';
import { focusNeighbour } from '../ui/focus-neighbour.ts';
import { SubjectLink } from '../ui/SubjectLink.tsx';
import { MY_ANSWER } from '../ui/my-answer.ts';
import { useReport } from '../ui/use-report.ts';
import { useSentences } from '../ui/use-sentences.ts';
import styles from './QuestionItem.module.css';

interface QuestionItemProps {
  readonly missing: Missing;
  /** How many paths wait for it; left out within a path. */
  readonly hanging?: number;
}

/** The question as an item of a list; without buttons for those who may only look. */
export function QuestionItem({ missing: { subject, property }, hanging }: QuestionItemProps) {
  const { panels } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const textId = useId();
  const definition = useSentences(null).definition(subject, property);
  const answer = (event: SyntheticEvent, value: PropertyValue): void => {
    focusNeighbour(event.currentTarget);
    report(commands.setProperty({ ids: [subject], name: property, value, evidence: MY_ANSWER }));
  };
  return (
    <li className={styles['question']} data-card="" data-testid={`blast-question-${subject}-${property}`}>
      <p id={textId} className={styles['text']}>
        <span aria-hidden="true">? </span>
        {definition?.question ?? say(panels.questions.fallback, { label: definition?.label ?? property })}
      </p>
      <p className={styles['about']}>
        <SubjectLink id={subject} />
        {hanging === undefined ? null : <span>{say(words.questions.hangs, { count: hanging })}</span>}
      </p>
      {mayEdit && definition !== null ? (
        <div className={styles['answers']}>
          <Answers definition={definition} labelId={textId} onAnswer={answer} />
        </div>
      ) : null}
    </li>
  );
}
