/** A small padlock on what is locked. Decorative: the description says so in words. */
import { LOCK_PATH } from '@strideboard/render';
import styles from './LockMark.module.css';

/** At the lower left corner. */
export const LockMark = () => (
  <svg className={styles['lock']} viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
    <circle r="7.4" />
    <path d={LOCK_PATH} />
  </svg>
);
