/** The signs of a blast radius: where it starts, what is reached for certain, what possibly. Told apart by shape and letter, not by colour. */
import styles from './BlastSign.module.css';

/** What a sign says. */
export type BlastSignName = 'start' | 'proven' | 'possible';

const LETTERS: Readonly<Record<Exclude<BlastSignName, 'start'>, string>> = { proven: '!', possible: '?' };

/** A sign of 16 px; an `svg` of its own in text, a nested one in a drawing. Decorative: words beside it say the same. */
export function BlastSign({ sign, x, y }: { readonly sign: BlastSignName; readonly x?: number; readonly y?: number }) {
  return (
    <svg
      className={styles['sign']}
      data-sign={sign}
      x={x}
      y={y}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <circle className={styles['ring']} cx={8} cy={8} r={7} />
      {sign === 'start' ? (
        <circle className={styles['core']} cx={8} cy={8} r={3} />
      ) : (
        <text x={8} y={11.6} textAnchor="middle">
          {LETTERS[sign]}
        </text>
      )}
    </svg>
  );
}
