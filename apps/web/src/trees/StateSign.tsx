/** What is known of a step as a sign: a shape and a colour of its own for each, always beside the word. */
import type { LeafState } from '@strideboard/stride';
import styles from './StateSign.module.css';

const SHAPES: Readonly<Record<LeafState, string>> = {
  lit: 'M8 1.5 14.5 8 8 14.5 1.5 8Z',
  accepted: 'M8 2.2 13.8 8 8 13.8 2.2 8Z',
  unknown: 'M5.4 6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.6M8 12.6v.2',
  decided: 'm3.5 8.5 3 3 6-7',
  quiet: 'M4 8h8',
  none: 'M8 7.9v.2',
};

/** The sign, 12 px. */
export const StateSign = ({ state }: { readonly state: LeafState }) => (
  <svg className={styles['sign']} data-state={state} viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
    <path d={SHAPES[state]} />
  </svg>
);

/** Gates as in circuit diagrams: flat back for "all of these", curved back and pointed for "any of these". */
export const GateSign = ({ isAnd }: { readonly isAnd: boolean }) => (
  <svg className={styles['gate']} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path
      d={
        isAnd
          ? 'M2.5 2.5v11H8a5.5 5.5 0 0 0 0-11Z'
          : 'M1.8 2.5c2.6 3.4 2.6 7.6 0 11 5 0 9-1.4 12.4-5.5C10.8 3.9 6.8 2.5 1.8 2.5Z'
      }
    />
  </svg>
);
