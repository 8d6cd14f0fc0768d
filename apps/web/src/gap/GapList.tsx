/** One column: rows that open one at a time; arrows move between them. */
import type { RegisterRow } from '@strideboard/stride';
import { gap as words, say } from '@strideboard/words';
import { type KeyboardEvent, useId } from 'react';
import { useWords } from '../session/words.ts';
import { SeverityBadge } from '../ui/SeverityBadge.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { cutText } from '../ui/cut-text.ts';
import styles from './Gap.module.css';
import { GapDetail } from './GapDetail.tsx';
import type { GapColumn, GapRow } from './match-rows.ts';

interface GapListProps {
  readonly column: GapColumn;
  readonly title: string;
  /** Whether it is the one in view where there is room for one. */
  readonly isChosen: boolean;
  readonly rows: readonly GapRow[];
  /** Whether no row of it is left out. */
  readonly isAll: boolean;
  /** What a row can be joined with. */
  readonly findings: readonly RegisterRow[];
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** The column. */
export function GapList({ column, title, isChosen, rows, isAll, findings, openId, onOpen }: GapListProps) {
  const headingId = useId();
  return (
    <section className={styles['column']} data-chosen={isChosen || undefined} aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      {rows.length === 0 ? (
        <p className={styles['hint']}>{isAll ? words.empty[column] : words.emptyOpen}</p>
      ) : (
        <ul className={styles['rows']}>
          {rows.map((row) => (
            <li
              key={row.id}
              className={styles['row']}
              data-status={row.status}
              data-open={row.id === openId || undefined}
            >
              <RowHead
                row={row}
                isOpen={row.id === openId}
                onToggle={() => onOpen(row.id === openId ? null : row.id)}
              />
              {row.id === openId ? <GapDetail row={row} findings={findings} onDone={() => onOpen(null)} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const TITLE_LIMIT = 300;

interface RowHeadProps {
  readonly row: GapRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function RowHead({ row, isOpen, onToggle }: RowHeadProps) {
  const names = useSubjectNames();
  const { common } = useWords();
  const { cluster, written, findings, letters, on, status } = row;
  const [first] = findings;
  const about = on.flatMap((id) => names.name(id as Parameters<typeof names.name>[0]) ?? []); // ids that are no subject's are not found
  const facts = [
    cluster === null ? '' : say(words.cards, { count: cluster.cards.length }),
    written === null ? '' : words.written,
    row.column === 'both' ? say(words.findings, { count: findings.length }) : '',
    letters.map((letter) => common.letters[letter]).join(', '),
  ].filter(Boolean);
  return (
    <button
      type="button"
      data-row
      className={styles['opener']}
      aria-expanded={isOpen}
      onKeyDown={onArrow}
      onClick={onToggle}
    >
      <span className={styles['title']}>
        {first?.severity == null ? null : (
          <SeverityBadge level={first.severity} text={common.severities[first.severity]} />
        )}
        <bdi>{cutText(row.title, TITLE_LIMIT)}</bdi>
      </span>
      <span className={styles['facts']}>
        {status === 'open' ? null : <span className={styles['status']}>{words.status[status]}</span>}
        {about.length > 0 ? <bdi>{about.join(', ')}</bdi> : null}
        {on.length === 0 && row.column === 'engine' ? <span>{words.wholeModel}</span> : null}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </button>
  );
}

/** Up, down, first and last row of the column. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const line = event.currentTarget.closest('li');
  const places: Readonly<Record<string, Element | null | undefined>> = {
    ArrowDown: line?.nextElementSibling,
    ArrowUp: line?.previousElementSibling,
    Home: line?.parentElement?.firstElementChild,
    End: line?.parentElement?.lastElementChild,
  };
  const next = places[event.key]?.querySelector<HTMLElement>('[data-row]');
  if (next == null) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
