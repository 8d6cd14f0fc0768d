/** Buttons: a word, an icon, or both. Every button says what happens and is at least 24 px tall. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { ariaKeys, keysText } from '../session/shortcut.ts';
import styles from './Button.module.css';

/** How loud a button is: one `primary` on a screen at most; `danger` for what cannot be taken back easily. */
type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  readonly size?: 'medium' | 'small';
  readonly icon?: ReactNode;
}

/** A button with words. */
export function Button({ look = 'plain', size = 'medium', icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classes(styles['button'], styles[look], styles[size], className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What happens; read out and shown as the tooltip. */
  readonly label: string;
  /** In English, such as `Ctrl+Z`. */
  readonly shortcut?: string;
  readonly pressed?: boolean;
  readonly look?: 'quiet' | 'plain';
}

/** A button with an icon only; its label is its accessible name and its tooltip. */
export function IconButton({
  label,
  shortcut,
  pressed,
  look = 'quiet',
  children,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      aria-pressed={pressed}
      title={shortcut === undefined ? label : `${label} (${keysText(shortcut)})`}
      className={classes(styles['icon'], styles[look], className)}
      {...rest}
    >
      {children}
    </button>
  );
}

/** Joins class names, leaving out what is not there. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
