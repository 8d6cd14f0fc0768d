/** Five times five: how many threats are how likely and how grave. A cell narrows the table to its threats. */
import { countMatrix, type RegisterRow, riskBand, type RiskSide } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { useState } from 'react';
import { Segmented } from '../ui/Segmented.tsx';
import { BADGE_SIGNS } from '../ui/SeverityBadge.tsx';
import styles from './RiskMatrix.module.css';
import type { RegisterFilter } from './views/view-settings.ts';

interface RiskMatrixProps {
  readonly rows: readonly RegisterRow[];
  readonly filter: RegisterFilter;
  readonly onChange: (filter: RegisterFilter) => void;
}

const words = register.matrix;
const GRADES = [1, 2, 3, 4, 5] as const;
const LIKELIEST_FIRST = GRADES.toReversed();

/** The matrix of what passes the rest of the filter. */
export function RiskMatrix({ rows, filter, onChange }: RiskMatrixProps) {
  const [side, setSide] = useState<RiskSide>(filter.cell?.side ?? 'residual');
  const { counts, unscored } = countMatrix(rows, side);
  const { cell } = filter;
  const choose = (likelihood: number, impact: number): void => {
    const isChosen = cell?.side === side && cell.likelihood === likelihood && cell.impact === impact;
    onChange({ ...filter, cell: isChosen ? null : { side, likelihood, impact } });
  };
  return (
    <section className={styles['matrix']} aria-label={words.title}>
      <Segmented
        label={words.side}
        value={side}
        options={(['residual', 'inherent'] as const).map((value) => ({ value, label: words[value] }))}
        onChange={(value) => {
          setSide(value);
          if (cell !== null) onChange({ ...filter, cell: null });
        }}
      />
      <table className={styles['table']}>
        <caption className="visually-hidden">{words.hint}</caption>
        <tbody>
          {LIKELIEST_FIRST.map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">
                <span className="visually-hidden">{words.likelihood} </span>
                {likelihood}
              </th>
              {GRADES.map((impact) => {
                const count = counts[likelihood - 1]?.[impact - 1] ?? 0;
                const band = riskBand(likelihood * impact);
                const isOn = cell?.side === side && cell.likelihood === likelihood && cell.impact === impact;
                return (
                  <td key={impact} data-band={band}>
                    <button
                      type="button"
                      aria-label={say(words.cell, { count, likelihood, impact })}
                      aria-pressed={isOn}
                      disabled={count === 0 && !isOn}
                      onClick={() => choose(likelihood, impact)}
                    >
                      <i aria-hidden="true">{BADGE_SIGNS[band]}</i>
                      <span>{count === 0 ? '' : count}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {GRADES.map((impact) => (
              <th key={impact} scope="col">
                <span className="visually-hidden">{words.impact} </span>
                {impact}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={styles['axes']} aria-hidden="true">
        ↑ {words.likelihood} · {words.impact} →
      </p>
      <button
        type="button"
        className={styles['unscored']}
        aria-pressed={filter.unscored}
        disabled={unscored === 0 && !filter.unscored}
        onClick={() => onChange({ ...filter, cell: null, unscored: !filter.unscored })}
      >
        {say(words.unscored, { count: unscored })}
      </button>
    </section>
  );
}
