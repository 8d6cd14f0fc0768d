/** Everything that is reached, by how near it is, then for certain or possibly. */
import type { Certainty, Reached, Whereabouts } from '@strideboard/stride';
import { blastRadius as words, say } from '@strideboard/words';
import { useState } from 'react';
import { useBlast } from '../analysis/blast-store.ts';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import { BlastSign } from '../ui/BlastSign.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { groupReached, type ReachedSubject } from './group-reached.ts';
import styles from './ReachedList.module.css';
import { isChosen, ReachedRow } from './ReachedRow.tsx';

/** Rows shown before the rest is asked for. */
const FEW = 8;

/** The lists with their headings. */
export function ReachedList({ reached }: { readonly reached: readonly Reached[] }) {
  const { common } = useWords();
  const names = useSubjectNames();
  const groups = groupReached(reached, (id) => names.name(id) ?? common.unnamed);
  return groups.map(({ where, proven, possible }) => (
    <section key={where} className={styles['group']} data-testid={`blast-${where}`}>
      <h3>
        {words.wheres[where]}
        <span className={styles['count']}>{countOf(proven) + countOf(possible)}</span>
      </h3>
      <Subjects where={where} certainty="proven" subjects={proven} />
      <Subjects where={where} certainty="possible" subjects={possible} />
    </section>
  ));
}

const countOf = (subjects: readonly ReachedSubject[]): number =>
  subjects.filter(({ outOfScope }) => !outOfScope).length;

interface SubjectsProps {
  readonly where: Whereabouts;
  readonly certainty: Certainty;
  readonly subjects: readonly ReachedSubject[];
}

function Subjects({ where, certainty, subjects }: SubjectsProps) {
  const [isWhole, setWhole] = useState(false);
  const chosen = useBlast((state) => state.chosen);
  const hasHiddenChoice = subjects.findIndex((subject) => isChosen(subject, chosen)) >= FEW;
  if (subjects.length === 0) return null;
  const shown = isWhole || hasHiddenChoice ? subjects : subjects.slice(0, FEW);
  const name = certainty === 'proven' ? words.certain : words.possibly;
  return (
    <>
      <h4>
        <BlastSign sign={certainty} />
        {name}
        <span className={styles['count']}>{countOf(subjects)}</span>
      </h4>
      <ul aria-label={say(words.group, { name: words.wheres[where], certainty: name })}>
        {shown.map((subject) => (
          <ReachedRow key={subject.subject} reached={subject} />
        ))}
      </ul>
      {shown.length === subjects.length ? null : (
        <Button size="small" look="quiet" onClick={() => setWhole(true)}>
          {say(words.more, { count: subjects.length - shown.length })}
        </Button>
      )}
    </>
  );
}
