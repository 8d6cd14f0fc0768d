/** The table of STRIDE per element: what has been looked at, what waits, and what nobody has thought of yet. */
import type { FlowId, SubjectId } from '@strideboard/model';
import { STRIDE_LETTERS, type StrideLetter } from '@strideboard/packs';
import type { Coverage, CoverageCell, CoverageRow, CoverageState } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { useMemo, useState } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { compareNames } from '../session/in-language.ts';
import { useWords } from '../session/words.ts';
import { Button } from './Button.tsx';
import styles from './CoverageTable.module.css';
import { useSubjectNames } from './use-subject-names.ts';

/** Told apart by shape, as on the board. */
const SIGNS: Readonly<Record<CoverageState, string>> = { open: '◆', asked: '?', answered: '✓', nothing: '–' };
const STATES = ['open', 'asked', 'answered', 'nothing'] as const satisfies readonly CoverageState[];

/** Rows at first, and with each further step: a board of thousands is not drawn at once. */
const SHOWN = 200;

interface CoverageTableProps {
  readonly coverage: Coverage;
  /** Goes to an element or flow. */
  readonly onReveal: (subject: SubjectId) => void;
  /** All rows at once, where what is around it scrolls. */
  readonly whole?: boolean;
}

/** The legend with its counts, the choice to see gaps alone, and the table. */
export function CoverageTable({ coverage: { rows: found, counts }, onReveal, whole = false }: CoverageTableProps) {
  const { panels, common } = useWords();
  const words = panels.threats.coverage;
  const names = useSubjectNames();
  const room = useRoom();
  const index = useModel(() => room.index());
  const [onlyGaps, setOnlyGaps] = useState(false);
  const [limit, setLimit] = useState(SHOWN);
  const rows = useMemo(() => {
    const named = found.map((row) => ({
      row,
      name: names.name(row.subject) ?? common.unnamed,
      isFlow: Number(index.flows.has(row.subject as FlowId)), // only looked up
    }));
    return named.sort((a, b) => a.isFlow - b.isFlow || compareNames(a.name, b.name));
  }, [found, names, index, common]);
  const shown = onlyGaps ? rows.filter(({ row }) => hasGap(row)) : rows;
  if (rows.length === 0) return <p className={styles['intro']}>{words.none}</p>;
  return (
    <>
      <div className={styles['line']}>
        <p role="status" className="visually-hidden">
          {say(words.counts, counts)}
        </p>
        <p className={styles['legend']} aria-hidden="true">
          {STATES.map((state) => (
            <span key={state}>
              <span data-state={state}>{SIGNS[state]}</span> <strong>{counts[state]}</strong> {words.legend[state]}
            </span>
          ))}
        </p>
        <label className={styles['gaps']}>
          <input type="checkbox" checked={onlyGaps} onChange={(event) => setOnlyGaps(event.target.checked)} />
          {words.onlyGaps}
        </label>
      </div>
      {shown.length === 0 ? <p className={styles['intro']}>{words.noGaps}</p> : null}
      <div className={styles['scroll']} data-whole={whole} hidden={shown.length === 0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.subject}</th>
              {STRIDE_LETTERS.map((letter) => (
                <th key={letter} scope="col">
                  <abbr title={common.letters[letter]}>{letter}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, limit).map(({ row, name }) => (
              <tr key={row.subject}>
                <th scope="row">
                  <button type="button" className={styles['subject']} onClick={() => onReveal(row.subject)}>
                    {name}
                  </button>
                </th>
                {STRIDE_LETTERS.map((letter) => (
                  <Cell key={letter} letter={letter} cell={row.cells.find((cell) => cell.letter === letter)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > limit ? (
        <Button size="small" look="quiet" onClick={() => setLimit(limit + SHOWN)}>
          {say(words.more, { count: Math.min(SHOWN, shown.length - limit), left: shown.length - limit })}
        </Button>
      ) : null}
    </>
  );
}

const hasGap = ({ cells }: CoverageRow): boolean => cells.some(({ state }) => state === 'asked' || state === 'nothing');

interface CellProps {
  readonly letter: StrideLetter;
  /** `undefined` where the letter does not apply. */
  readonly cell: CoverageCell | undefined;
}

function Cell({ letter, cell }: CellProps) {
  const { panels, common } = useWords();
  const words = panels.threats.coverage.cells;
  const name = common.letters[letter];
  if (cell === undefined)
    return (
      <td data-state="not-applicable">
        <span className="visually-hidden">{say(words.notApplicable, { letter: name })}</span>
      </td>
    );
  const { state, open, questions, decided } = cell;
  const count = { open, asked: questions, answered: decided, nothing: 0 }[state];
  const text = say(state === 'answered' && decided > 0 ? words.decided : words[state], { letter: name, count });
  return (
    <td data-state={state} title={text}>
      <span aria-hidden="true">
        {SIGNS[state]}
        {count > 0 ? ` ${String(count)}` : null}
      </span>
      <span className="visually-hidden">{text}</span>
    </td>
  );
}
