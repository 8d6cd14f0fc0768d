/** Attack trees of the packs and of the board, lit by what the board has: a list to choose from, then one of them. */
import { trees as words } from '@strideboard/words';
import { useState } from 'react';
import { useWaitingText } from '../analysis/use-veil.ts';
import { useSession } from '../session/use-session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TreeList } from './TreeList.tsx';
import { TreePage } from './TreePage.tsx';
import styles from './TreesView.module.css';
import { useTreeResults } from './use-tree-results.ts';

/** The view. */
export function TreesView() {
  const results = useTreeResults();
  const waiting = useWaitingText(words.working);
  const focus = useSession((state) => state.reviewFocus);
  const [chosen, setChosen] = useState<string | null>(focus?.id ?? null);
  const [followed, setFollowed] = useState(focus);
  const [left, setLeft] = useState<string | null>(null);
  if (focus !== followed) {
    setFollowed(focus);
    if (focus !== null) setChosen(focus.id);
  }
  if (results === null) {
    return (
      <p className={styles['quiet']} role="status">
        {waiting}
      </p>
    );
  }
  if (results.length === 0) return <EmptyState {...words.none} />;
  const result = results.find(({ id }) => id === chosen);
  return result === undefined ? (
    <TreeList results={results} focus={left} onChoose={setChosen} />
  ) : (
    <TreePage
      key={result.id}
      result={result}
      onBack={() => {
        setLeft(result.id);
        setChosen(null);
      }}
    />
  );
}
