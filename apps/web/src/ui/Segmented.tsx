/** One choice of few, all in view: a group of radio buttons drawn as a segmented control. */
import { useId } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly describedBy?: string;
  /** The chosen one; `null` when none is (several subjects that differ). */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly faint?: boolean }[];
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** The control: one tab stop, arrow keys choose. */
export function Segmented<Value extends string>({
  label,
  describedBy,
  value,
  options,
  disabled = false,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className={styles['group']}>
      {options.map((option) => (
        <label key={option.value} className={styles['option']} data-faint={option.faint === true}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
