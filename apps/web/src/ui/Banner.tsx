/** One line over the board: what stands between the person and normal work, and what to do. */
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface BannerProps {
  readonly tone: 'problem' | 'warning';
  readonly children: ReactNode;
}

/** A sentence and its actions. */
export function Banner({ tone, children }: BannerProps) {
  return (
    <div className={styles['banner']} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
