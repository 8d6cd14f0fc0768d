/** How far a control is in place: a sign, a colour and a word. */
import type { ControlState } from '@strideboard/model';
import { classes } from '../ui/Button.tsx';
import styles from './StateMark.module.css';

const SIGNS: Readonly<Record<ControlState, string>> = { planned: '○', implemented: '●', verified: '✓', failed: '✕' };

interface StateMarkProps {
  readonly state: ControlState;
  readonly text: string;
}

/** The mark. */
export function StateMark({ state, text }: StateMarkProps) {
  return (
    <span className={classes(styles['state'], styles[state])}>
      <span aria-hidden="true">{SIGNS[state]}</span> {text}
    </span>
  );
}
