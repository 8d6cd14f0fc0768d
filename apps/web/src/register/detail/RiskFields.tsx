/** Likelihood and impact of a threat, what is only suggested of them, and the risk counted out. */
import { type Grade, type RegisterRow, riskBand } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { useId } from 'react';
import { useMayEdit } from '../../room/use-room.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { useControlNames } from '../use-control-names.ts';
import { isSuggested } from '../views/filter-rows.ts';
import { confirmGrades } from './decision-draft.ts';
import { formulaLines } from './formula-lines.ts';
import styles from './ThreatDetail.module.css';
import { useDecide } from './use-decide.ts';

const words = register.detail;
const GRADES = [1, 2, 3, 4, 5] as const;

/** The fields; choosing a number says it. */
export function RiskFields({ row }: { readonly row: RegisterRow }) {
  const mayEdit = useMayEdit();
  const nameOf = useControlNames();
  const { decide } = useDecide();
  const { risk } = row;
  return (
    <section className={styles['part']} aria-label={words.risk}>
      <h4>{words.risk}</h4>
      <GradeField row={row} side="likelihood" />
      <GradeField row={row} side="impact" />
      {isSuggested(row) ? (
        <p className={styles['suggestion']}>
          <span>{suggestionOf(risk)}</span>
          {mayEdit ? (
            <Button size="small" onClick={() => decide(confirmGrades([row]))}>
              {words.confirm}
            </Button>
          ) : null}
        </p>
      ) : null}
      {risk.inherent === null || risk.residual === null ? null : (
        <div className={styles['scores']}>
          <span>{words.before}</span>
          <SeverityBadge level={riskBand(risk.inherent)} text={risk.inherent} label={String(risk.inherent)} />
          <span>{words.after}</span>
          <SeverityBadge level={riskBand(risk.residual)} text={risk.residual} label={String(risk.residual)} />
        </div>
      )}
      <ol className={styles['formula']} aria-label={words.how} title={register.formulaHint}>
        {formulaLines(risk, nameOf).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

function suggestionOf({ likelihood, impact }: RegisterRow['risk']): string {
  const [first, second] = [likelihood, impact].filter(({ from }) => from === 'suggested');
  if (second === undefined) return say(words.suggestedNote, { value: first?.value ?? '' });
  return say(words.suggestedBoth, { likelihood: likelihood.value ?? '', impact: impact.value ?? '' });
}

interface GradeFieldProps {
  readonly row: RegisterRow;
  readonly side: 'likelihood' | 'impact';
}

function GradeField({ row, side }: GradeFieldProps) {
  const mayEdit = useMayEdit();
  const { setField } = useDecide();
  const noteId = useId();
  const grade: Grade = row.risk[side];
  const suggested = row.threat?.finding[side];
  return (
    <div className={styles['grade']}>
      <span aria-hidden="true">{words[side]}</span>
      <Segmented
        label={words[side]}
        describedBy={noteId}
        value={grade.value === null ? null : asOption(grade.value)}
        disabled={!mayEdit}
        options={GRADES.map((value) => ({
          value: asOption(value),
          label: String(value),
          faint: grade.from === 'suggested',
        }))}
        onChange={(value) => setField(row.id, side, Number(value))}
      />
      <span id={noteId} className={styles['gradeName']} data-suggested={grade.from === 'suggested' || undefined}>
        {grade.value === null ? '' : words.grades[asGrade(grade.value)]}
        {grade.from === 'suggested' ? `, ${register.grid.suggested}` : ''}
      </span>
      {grade.from === 'said' && mayEdit ? (
        <button type="button" className={styles['quiet']} onClick={() => setField(row.id, side, null)}>
          {suggested === undefined ? words.clearGrade : words.backToRule}
        </button>
      ) : null}
    </div>
  );
}

type GradeOption = `${(typeof GRADES)[number]}`;
const asGrade = (value: number): (typeof GRADES)[number] => GRADES.find((one) => one === value) ?? 1;
const asOption = (value: number): GradeOption => `${asGrade(value)}`;
