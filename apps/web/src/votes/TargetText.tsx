/** What one line of a ballot is about. */
import type { RegisterRow } from '@strideboard/stride';
import { say, votes as words } from '@strideboard/words';
import { useMemo } from 'react';
import { useClusters } from '../room/workshop/use-clusters.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { useWords } from '../session/words.ts';
import { cutText } from '../ui/cut-text.ts';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { aboutText, createTargetFinder, type VoteTarget } from './vote-targets.ts';
import styles from './Votes.module.css';

/** A target as found, and what it is called, found or not. */
export interface FoundTarget {
  readonly target: VoteTarget | null;
  readonly title: string;
}

/** Characters of a title in a list: a card may be long, and its buttons say it too. */
const TITLE_LIMIT = 200;
/** Finds targets by what a ballot lists. */
export function useTargetFinder(rows: readonly RegisterRow[]): (id: string) => FoundTarget {
  const cards = useWorkshop((workshop) => workshop.cards);
  const clusters = useClusters();
  return useMemo(() => {
    const find = createTargetFinder(rows, { cards, clusters });
    return (id) => {
      const target = find(id);
      const text = target?.title.trim() ?? '';
      return {
        target,
        title: text === '' ? say(words.target.gone, { id: id.slice(0, 60) }) : cutText(text, TITLE_LIMIT),
      };
    };
  }, [rows, cards, clusters]);
}

/** Title, severity, and what it is about. */
export function TargetText({ target, title }: FoundTarget) {
  const names = useSubjectNames();
  const { common } = useWords();
  const about = target === null ? '' : aboutText(target, names);
  return (
    <div className={styles['text']}>
      <p className={styles['title']}>
        {target?.severity == null ? null : (
          <SeverityBadge level={target.severity} text={common.severities[target.severity]} />
        )}
        <bdi>{title}</bdi>
      </p>
      <p className={styles['about']}>
        {target !== null && target.cards > 0 ? <span>{say(words.target.cards, { count: target.cards })}</span> : null}
        {about === '' ? null : <bdi>{about}</bdi>}
      </p>
    </div>
  );
}
