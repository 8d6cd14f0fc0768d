/** How much a list shows, read out when it changes, and whether it is about the selection or the whole board. */
import { useWords } from '../session/words.ts';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './ListHead.module.css';
import type { BoardScope } from './use-board-scope.ts';

interface ListHeadProps {
  readonly text: string;
  /** Says more than the count in the tab does: shown, not only read out. */
  readonly telling: boolean;
  readonly scope: BoardScope;
}

/** One line. */
export function ListHead({ text, telling, scope }: ListHeadProps) {
  const { panels } = useWords();
  return (
    <div className={telling || scope.hasSelection ? styles['head'] : 'visually-hidden'}>
      <p role="status">{text}</p>
      {scope.hasSelection ? (
        <Segmented
          label={panels.threats.scopeLabel}
          value={scope.subjects.length === 0 ? 'all' : 'selected'}
          options={[
            { value: 'selected', label: panels.threats.scopeSelected },
            { value: 'all', label: panels.threats.scopeAll },
          ]}
          onChange={(value) => scope.setWhole(value === 'all')}
        />
      ) : null}
    </div>
  );
}
