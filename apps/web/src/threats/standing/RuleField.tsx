/** Which rule a standing decision is about. */
import { say, standing } from '@strideboard/words';
import { useId } from 'react';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import { compareNames } from '../../session/in-language.ts';
import styles from './StandingForm.module.css';

interface RuleFieldProps {
  readonly value: string;
  /** It goes by a threat, or stands already: shown, not chosen. */
  readonly isFixed: boolean;
  readonly problem: string | null;
  readonly onChange: (rule: string) => void;
}

/** A list of rules, those with threats first. */
export function RuleField({ value, isFixed, problem, onChange }: RuleFieldProps) {
  const words = standing.form;
  const threats = useAnalysis((state) => state.threats);
  const { rules } = useAnalysis((state) => state.names);
  const id = useId();
  const noteId = useId();
  const titleOf = (rule: string): string => rules[rule] ?? standing.noRule;
  if (isFixed)
    return (
      <p className={styles['rule']}>
        {words.rule} {value}
        <strong>{titleOf(value)}</strong>
      </p>
    );
  const counts = new Map<string, number>();
  for (const { finding } of threats) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort(compareNames);
  const others = sorted(Object.keys(rules).filter((rule) => !counts.has(rule)));
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words.rule}</label>
      <select
        id={id}
        data-field="rule"
        data-start
        value={value}
        required
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{words.chooseRule}</option>
        <optgroup label={words.rulesNow}>
          {sorted(counts.keys()).map((rule) => (
            <option key={rule} value={rule}>
              {say(words.ruleCount, { rule, title: titleOf(rule), count: counts.get(rule) ?? 0 })}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.rulesElse}>
          {others.map((rule) => (
            <option key={rule} value={rule}>
              {say(words.ruleTitle, { rule, title: titleOf(rule) })}
            </option>
          ))}
        </optgroup>
      </select>
      {problem === null ? null : (
        <p id={noteId} className={styles['problem']}>
          {problem}
        </p>
      )}
    </div>
  );
}
