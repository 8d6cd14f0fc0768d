/** What somebody else decided while a decision is being written. */
import type { RegisterRow } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { useWords } from '../../session/words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Meanwhile.module.css';
import { useNameOf } from './use-name-of.ts';

const words = register.detail;

interface MeanwhileProps {
  readonly row: RegisterRow;
  readonly isShown: boolean;
  readonly onTake: () => void;
}

/** The sentence: offered, not imposed. */
export function Meanwhile({ row, isShown, onTake }: MeanwhileProps) {
  const { common } = useWords();
  const who = useNameOf()(row.decision?.by ?? '');
  if (!isShown) return <p role="status" className="visually-hidden" />;
  const values = { who, state: common.states[row.state] };
  return (
    <p role="status" className={styles['elsewhere']}>
      <span>
        {row.why === '' ? say(words.elsewhereNoWhy, values) : say(words.elsewhere, { ...values, why: row.why })}
      </span>
      <Button size="small" onClick={onTake}>
        {words.takeTheirs}
      </Button>
    </p>
  );
}
