/** Severity with shape, count and colour: ▲ critical, ◆ high, ● medium, ○ low, ? question. Never colour alone. */
import styles from './SeverityBadge.module.css';

/** What a badge counts. */
export type BadgeLevel = 'critical' | 'high' | 'medium' | 'low' | 'question';

/** The sign that stands for a level. */
export const BADGE_SIGNS: Readonly<Record<BadgeLevel, string>> = {
  critical: '▲',
  high: '◆',
  medium: '●',
  low: '○',
  question: '?',
};

interface SeverityBadgeProps {
  readonly level: BadgeLevel;
  /** Shown beside the sign: a count or a word. */
  readonly text: string | number;
  /** Read out instead of sign and text; omit it where the words around say it. */
  readonly label?: string;
  readonly outlined?: boolean;
}

/** A small pill. */
export function SeverityBadge({ level, text, label, outlined = false }: SeverityBadgeProps) {
  return (
    <span className={`${styles['badge'] ?? ''} ${styles[level] ?? ''} ${outlined ? (styles['outlined'] ?? '') : ''}`}>
      <span aria-hidden="true">
        {BADGE_SIGNS[level]} {text}
      </span>
      {label === undefined ? null : <span className="visually-hidden">{label}</span>}
    </span>
  );
}
