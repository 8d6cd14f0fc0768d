/** Severity and STRIDE letters of a threat, with their full names for those who do not see the signs. */
import type { StrideLetter } from '@strideboard/packs';
import type { FindingSeverity } from '@strideboard/stride';
import { useWords } from '../session/words.ts';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import styles from './ThreatMarks.module.css';

interface ThreatMarksProps {
  readonly severity: FindingSeverity;
  readonly letters: readonly StrideLetter[];
}

/** Badge and letters in a row. */
export function ThreatMarks({ severity, letters }: ThreatMarksProps) {
  const { common } = useWords();
  return (
    <span className={styles['marks']}>
      <SeverityBadge level={severity} text={common.severities[severity]} label={common.severities[severity]} />
      <LetterList letters={letters} />
    </span>
  );
}

/** STRIDE letters, each with its name as tooltip and for assistive technology. */
export function LetterList({ letters }: { readonly letters: readonly StrideLetter[] }) {
  const { common } = useWords();
  return letters.map((letter) => (
    <span key={letter} className={styles['letter']} title={common.letters[letter]}>
      <span aria-hidden="true">{letter}</span>
      <span className="visually-hidden">{common.letters[letter]}</span>
    </span>
  ));
}
