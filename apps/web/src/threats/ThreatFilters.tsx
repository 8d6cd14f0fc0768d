/** Search and filter of the threat list. */
import { STRIDE_LETTERS } from '@strideboard/packs';
import { FINDING_SEVERITIES, type FindingSeverity } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { ListFilter, Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useWords } from '../session/words.ts';
import { BADGE_SIGNS } from '../ui/SeverityBadge.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { activeParts, NO_FILTER, type ThreatFilter, toggled } from './filter-threats.ts';
import { SECTIONINGS } from './section-threats.ts';
import styles from './ThreatFilters.module.css';

interface ThreatFiltersProps {
  readonly filter: ThreatFilter;
  /** How many threats of each severity pass the rest of the filter. */
  readonly counts: Readonly<Record<FindingSeverity, number>>;
  readonly onChange: (filter: ThreatFilter) => void;
}

/** The bar; the parts of the filter open below it. */
export function ThreatFilters({ filter, counts, onChange }: ThreatFiltersProps) {
  const { panels, common } = useWords();
  const { threats } = panels;
  const [open, setOpen] = useState(false);
  const boxId = useId();
  const active = activeParts(filter);
  return (
    <div className={styles['bar']}>
      <div className={styles['line']}>
        <label className={styles['search']}>
          <Search size={14} aria-hidden />
          <input
            type="search"
            aria-label={threats.search}
            placeholder={threats.search}
            value={filter.text}
            onChange={(event) => onChange({ ...filter, text: event.target.value })}
          />
        </label>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={open}
          aria-controls={boxId}
          data-active={active > 0}
          onClick={() => setOpen(!open)}
        >
          <ListFilter size={14} aria-hidden />
          {active === 0 ? threats.filter : say(threats.filterActive, { count: active })}
        </button>
      </div>
      <div id={boxId} className={styles['box']} hidden={!open}>
        <fieldset className={styles['chips']}>
          <legend className="visually-hidden">{threats.bySeverity}</legend>
          {FINDING_SEVERITIES.map((severity) => (
            <button
              key={severity}
              type="button"
              className={styles['chip']}
              data-severity={severity}
              aria-pressed={filter.severities.has(severity)}
              onClick={() => onChange({ ...filter, severities: toggled(filter.severities, severity) })}
            >
              <span aria-hidden="true">{BADGE_SIGNS[severity]}</span>
              {common.severities[severity]} <span className={styles['count']}>{counts[severity]}</span>
            </button>
          ))}
        </fieldset>
        <fieldset className={styles['chips']}>
          <legend className="visually-hidden">{threats.byLetter}</legend>
          {STRIDE_LETTERS.map((letter) => (
            <button
              key={letter}
              type="button"
              className={styles['chip']}
              aria-label={common.letters[letter]}
              title={common.letters[letter]}
              aria-pressed={filter.letters.has(letter)}
              onClick={() => onChange({ ...filter, letters: toggled(filter.letters, letter) })}
            >
              {letter}
            </button>
          ))}
        </fieldset>
        <label className={styles['groupBy']}>
          {threats.groupBy}
          <select
            value={filter.by}
            onChange={(event) => {
              const by = SECTIONINGS.find((one) => one === event.target.value);
              if (by !== undefined) onChange({ ...filter, by });
            }}
          >
            {SECTIONINGS.map((by) => (
              <option key={by} value={by}>
                {threats.groupings[by]}
              </option>
            ))}
          </select>
        </label>
        <div className={styles['line']}>
          <Segmented
            label={threats.byState}
            value={filter.state}
            options={(['open', 'decided', 'all'] as const).map((value) => ({
              value,
              label: threats.stateFilters[value],
            }))}
            onChange={(state) => onChange({ ...filter, state })}
          />
          {active > 0 || filter.text !== '' ? (
            <button type="button" className={styles['clear']} onClick={() => onChange(NO_FILTER)}>
              {threats.clear}
            </button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
