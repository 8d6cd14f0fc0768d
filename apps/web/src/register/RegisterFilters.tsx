/** The parts of the filter, as switches that can be on together. */
import { STRIDE_LETTERS, THREAT_STATES } from '@strideboard/model';
import { FINDING_SEVERITIES } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../session/words.ts';
import { Button } from '../ui/Button.tsx';
import styles from './RegisterView.module.css';
import { toggled } from './views/filter-rows.ts';
import { activeParts, NO_FILTER, ORIGINS, PARTIES, type RegisterFilter } from './views/view-settings.ts';

interface RegisterFiltersProps {
  readonly filter: RegisterFilter;
  readonly onChange: (filter: RegisterFilter) => void;
}

const words = register.filter;
const FLAGS = ['toDecide', 'again', 'unscored', 'suggested', 'aside'] as const;

/** The switches. */
export function RegisterFilters({ filter, onChange }: RegisterFiltersProps) {
  const { common } = useWords();
  const switches = <Value extends string>(
    field: 'states' | 'severities' | 'letters' | 'origins' | 'parties',
    values: readonly Value[],
    labelOf: (value: Value) => string,
  ): ReactNode => {
    const chosen: readonly string[] = filter[field];
    return (
      <fieldset className={styles['chips']}>
        <legend>{words[field]}</legend>
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen.includes(value)}
            onClick={() => onChange({ ...filter, [field]: toggled(chosen, value) })}
          >
            {labelOf(value)}
          </button>
        ))}
      </fieldset>
    );
  };
  return (
    <div className={styles['filters']}>
      {switches('states', THREAT_STATES, (state) => common.states[state])}
      {switches('severities', FINDING_SEVERITIES, (severity) => common.severities[severity])}
      {switches('letters', STRIDE_LETTERS, (letter) => common.letters[letter])}
      {switches('parties', PARTIES, (party) => register.parties[party])}
      {switches('origins', ORIGINS, (origin) => register.origins[origin])}
      <fieldset className={styles['chips']}>
        <legend>{words.more}</legend>
        {FLAGS.map((flag) => (
          <button
            key={flag}
            type="button"
            aria-pressed={filter[flag]}
            onClick={() => onChange({ ...filter, [flag]: !filter[flag] })}
          >
            {words[flag]}
          </button>
        ))}
      </fieldset>
      {activeParts(filter) === 0 ? null : (
        <div>
          <Button size="small" look="quiet" onClick={() => onChange({ ...NO_FILTER, text: filter.text })}>
            {words.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The cell of the matrix that narrows the table, with the way out of it. */
export function CellChip({ filter, onChange }: RegisterFiltersProps) {
  const { cell } = filter;
  if (cell === null) return null;
  const text = say(words.cell, { likelihood: cell.likelihood, impact: cell.impact });
  return (
    <button
      type="button"
      className={styles['cellChip']}
      title={words.removeCell}
      onClick={() => onChange({ ...filter, cell: null })}
    >
      {say(cell.side === 'residual' ? words.cellAfter : words.cellBefore, { cell: text })}
      <X size={12} aria-hidden />
      <span className="visually-hidden">{words.removeCell}</span>
    </button>
  );
}
