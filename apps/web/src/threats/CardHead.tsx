/** The head of a card of threats: marks, title, and what stands aside. The whole head opens and closes the card. */
import type { StrideLetter } from '@strideboard/packs';
import type { FindingSeverity } from '@strideboard/stride';
import type { ReactNode } from 'react';
import styles from './ThreatCard.module.css';
import { ThreatMarks } from './ThreatMarks.tsx';

interface CardHeadProps {
  readonly severity: FindingSeverity;
  readonly letters: readonly StrideLetter[];
  /** Rule id or count, at the right. */
  readonly aside: string;
  readonly title: string;
  readonly open: boolean;
  readonly bodyId: string;
  readonly onToggle: () => void;
  /** Shown below the title. */
  readonly children?: ReactNode;
}

/** The head, with the title as heading and button. */
export function CardHead({ severity, letters, aside, title, open, bodyId, onToggle, children }: CardHeadProps) {
  return (
    <div className={styles['head']}>
      <div className={styles['meta']}>
        <ThreatMarks severity={severity} letters={letters} />
        <span className={styles['aside']}>{aside}</span>
      </div>
      <h3 className={styles['title']}>
        <button type="button" aria-expanded={open} aria-controls={open ? bodyId : undefined} onClick={onToggle}>
          {title}
        </button>
      </h3>
      {children}
    </div>
  );
}
