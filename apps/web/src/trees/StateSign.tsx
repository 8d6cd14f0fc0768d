/** What is known of a step as a sign: a shape and a colour of its own for each, always beside the word. */
import { TREE_GATES, TREE_SIGNS } from '@strideboard/render';
import type { LeafState } from '@strideboard/stride';
import styles from './StateSign.module.css';

/** The sign, 12 px. */
export const StateSign = ({ state }: { readonly state: LeafState }) => (
  <svg className={styles['sign']} data-state={state} viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
    <path d={TREE_SIGNS[state]} />
  </svg>
);

/** Gates as in circuit diagrams: flat back for "all of these", curved back and pointed for "any of these". */
export const GateSign = ({ isAnd }: { readonly isAnd: boolean }) => (
  <svg className={styles['gate']} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={isAnd ? TREE_GATES.and : TREE_GATES.or} />
  </svg>
);
