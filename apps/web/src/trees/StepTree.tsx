/** The steps of an attack tree: one tree for keyboard and screen reader, drawn from left to right or as an indented list. */
import type { AttackPath } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { StepItem } from './StepItem.tsx';
import styles from './StepTree.module.css';
import { treeAct, type TreeRow } from './tree-rows.ts';
import { useControlName } from './use-control-name.ts';

interface StepTreeProps {
  readonly title: string;
  readonly top: TreeRow;
  readonly rows: readonly TreeRow[];
  readonly look: 'drawing' | 'list';
  /** Key of the chosen row. */
  readonly chosen: string | null;
  /** The way that is marked. */
  readonly onPath: AttackPath | null;
  readonly onChoose: (row: TreeRow) => void;
  readonly onToggle: (row: TreeRow) => void;
}

/** The tree; one Tab stop. */
export function StepTree({ title, top, rows, look, chosen, onPath, onChoose, onToggle }: StepTreeProps) {
  const nameOf = useControlName();
  const [active, setActive] = useState(top.key);
  const moved = useRef(false);
  const tree = useRef<HTMLDivElement>(null);
  const current = rows.find(({ key }) => key === active) ?? top;
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const item = tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(current.key)}"]`);
    item?.focus({ preventScroll: true });
    item?.firstElementChild?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const marked = useMemo(() => new Set(onPath?.nodes), [onPath]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = treeAct(event.key, rows, current);
    if (act === null) return;
    if (act.kind === 'go') {
      moved.current = act.to !== current;
      setActive(act.to.key);
    } else if (act.kind === 'toggle') onToggle(act.row);
    else onChoose(act.row);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['scroll']}>
      <div
        ref={tree}
        id="attack-tree"
        role="tree"
        aria-label={say(words.tree, { title })}
        aria-description={words.keys}
        data-look={look}
        className={styles[look]}
        onKeyDown={onKeyDown}
      >
        <StepItem
          row={top}
          nameOf={nameOf}
          active={current.key}
          chosen={chosen}
          marked={marked}
          onChoose={(row) => {
            setActive(row.key);
            onChoose(row);
          }}
          onToggle={(row) => {
            setActive(row.key);
            onToggle(row);
          }}
        />
      </div>
    </div>
  );
}
