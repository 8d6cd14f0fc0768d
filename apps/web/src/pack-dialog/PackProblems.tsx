/** Everything that is wrong with a pack, each with its place; long lists are cut on the screen, never in what is copied. */
import { formatProblem, type PackProblem } from '@strideboard/packs';
import { packs, say } from '@strideboard/words';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './PackProblems.module.css';

/** At most this many are drawn. */
const SHOWN = 100;
/** Characters of one sentence: a message may quote the file, which may be anything. */
const MESSAGE_LIMIT = 600;

/** The list. */
export function PackProblems({ problems }: { readonly problems: readonly PackProblem[] }) {
  const words = packs.board;
  const [state, setState] = useState<'ready' | 'copied' | 'by-hand'>('ready');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(problems.map(formatProblem).join('\n'));
      setState('copied');
    } catch {
      // Plain http has no clipboard, and a browser may forbid it.
      setState('by-hand');
    }
  };
  return (
    <>
      <ol className={styles['list']} data-testid="pack-problems">
        {problems.slice(0, SHOWN).map((problem, at) => (
          // The list never changes while it is shown.
          <li key={`${problem.code} ${at}`}>
            <span className={styles['place']}>{placeOf(problem)}</span>
            <span className={styles['message']}>{clipped(problem.message)}</span>
          </li>
        ))}
      </ol>
      {problems.length > SHOWN ? <p>{say(words.more, { count: problems.length - SHOWN })}</p> : null}
      <Button size="small" onClick={() => void copy()}>
        {state === 'copied' ? words.copied : words.copy}
      </Button>
      {state === 'by-hand' ? <p role="status">{words.copyByHand}</p> : null}
    </>
  );
}

const placeOf = ({ message: _message, ...place }: PackProblem): string =>
  clipped(formatProblem({ ...place, message: '' }));

const clipped = (text: string): string => (text.length <= MESSAGE_LIMIT ? text : `${text.slice(0, MESSAGE_LIMIT)} …`);
