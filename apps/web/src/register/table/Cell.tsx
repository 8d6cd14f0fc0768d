/** What stands in one cell of the register. Texts of people are text, whatever they look like. */
import type { SubjectId } from '@strideboard/model';
import { asksAgain, type Grade, type RegisterRow, riskBand } from '@strideboard/stride';
import { register as words, say } from '@strideboard/words';
import { useWords } from '../../session/words.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { useSubjectNames } from '../../ui/use-subject-names.ts';
import { formulaLines } from '../detail/formula-lines.ts';
import { useControlNames } from '../use-control-names.ts';
import { isSuggested, partyOf } from '../views/filter-rows.ts';
import type { Column } from '../views/view-settings.ts';
import styles from './RegisterTable.module.css';

interface CellProps {
  readonly row: RegisterRow;
  readonly column: Column;
  readonly onReveal: (ids: readonly SubjectId[]) => void;
}

/** The cell. */
export function Cell({ row, column, onReveal }: CellProps) {
  const { common } = useWords();
  switch (column) {
    case 'risk':
      return <RiskCell row={row} risk={row.risk.residual} />;
    case 'inherent':
      return <RiskCell row={row} risk={row.risk.inherent} />;
    case 'likelihood':
    case 'impact':
      return <GradeCell grade={row.risk[column]} />;
    case 'severity':
      return row.severity === null ? (
        <Nothing />
      ) : (
        <SeverityBadge
          level={row.severity}
          text={common.severities[row.severity]}
          label={common.severities[row.severity]}
        />
      );
    case 'subject':
      return <SubjectCell row={row} onReveal={onReveal} />;
    case 'letters':
      return row.letters.length === 0 ? (
        <Nothing />
      ) : (
        <abbr className={styles['text']} title={row.letters.map((letter) => common.letters[letter]).join(', ')}>
          {row.letters.join(' ')}
        </abbr>
      );
    case 'state':
      return <StateCell row={row} />;
    case 'party':
      return partyOf(row) === 'none' ? <Nothing /> : <Text text={words.parties[partyOf(row)]} />;
    case 'tags':
      return <Text text={row.tags.join(', ')} />;
    case 'category':
    case 'description':
    case 'why':
    case 'treatment':
    case 'future':
    case 'owner':
    case 'due':
    case 'ticket':
    case 'id':
      return <Text text={row[column]} />;
  }
}

/** Longer texts are cut where they are shown; the details have all of it. */
const TEXT_LIMIT = 300;

function Text({ text }: { readonly text: string }) {
  if (text === '') return <Nothing />;
  const cut = text.slice(0, TEXT_LIMIT);
  return (
    <bdi className={styles['text']} title={cut}>
      {cut}
    </bdi>
  );
}

const Nothing = () => (
  <span className={styles['nothing']} aria-hidden="true">
    {words.grid.noValue}
  </span>
);

function RiskCell({ row, risk }: { readonly row: RegisterRow; readonly risk: number | null }) {
  const nameOf = useControlNames();
  const how = `${formulaLines(row.risk, nameOf).join('; ')}. ${words.formulaHint}`;
  if (risk === null)
    return (
      <span className={styles['unscored']} title={how}>
        {words.grid.unscored}
      </span>
    );
  const isGuess = isSuggested(row);
  return (
    <span title={how} className={isGuess ? styles['suggested'] : undefined}>
      <SeverityBadge
        level={riskBand(risk)}
        text={isGuess ? `≈${String(risk)}` : risk}
        label={isGuess ? say(words.grid.suggestedLong, { value: risk }) : String(risk)}
      />
    </span>
  );
}

function GradeCell({ grade }: { readonly grade: Grade }) {
  if (grade.value === null) return <Nothing />;
  if (grade.from === 'said') return <span className={styles['number']}>{grade.value}</span>;
  return (
    <span className={styles['suggested']} title={say(words.grid.suggestedLong, { value: grade.value })}>
      <span aria-hidden="true">≈{grade.value}</span>
      <span className="visually-hidden">{say(words.grid.suggestedLong, { value: grade.value })}</span>
    </span>
  );
}

function SubjectCell({ row, onReveal }: Omit<CellProps, 'column'>) {
  const names = useSubjectNames();
  const { common } = useWords();
  const [first] = row.subjects;
  if (first === undefined) return <Text text={words.whole} />;
  const name = names.name(first) ?? common.unnamed;
  const count = row.subjects.length - 1;
  return (
    <button type="button" tabIndex={-1} className={styles['subject']} onClick={() => onReveal(row.subjects)}>
      <bdi className={styles['text']}>{count === 0 ? name : say(words.grid.several, { name, count })}</bdi>
    </button>
  );
}

function StateCell({ row }: { readonly row: RegisterRow }) {
  const { common } = useWords();
  const note = asksAgain(row)
    ? row.confirmAgain
      ? words.grid.again
      : words.grid.openAgain
    : row.outOfScope
      ? words.grid.outOfScope
      : row.threat?.standing == null
        ? null
        : words.grid.standing;
  return (
    <span className={styles['state']}>
      <span className={styles['text']}>{common.states[row.state]}</span>
      {note === null ? null : (
        <span className={styles['note']} data-again={asksAgain(row) || undefined}>
          {note}
        </span>
      )}
    </span>
  );
}
