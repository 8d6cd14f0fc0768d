/** One attack tree: its steps, and beside them what is chosen or what there is to know about the whole. */
import type { AttackPath, TreeResult } from '@strideboard/stride';
import { say, trees as words } from '@strideboard/words';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { isNarrow } from '../session/is-narrow.ts';
import { showThreats } from './show-threats.ts';
import { StepPanel } from './StepPanel.tsx';
import { StepTree } from './StepTree.tsx';
import { type TreeRow, rowsInOrder, toggledFor, treeRows } from './tree-rows.ts';
import { countText, litWaysText } from './tree-text.ts';
import { TreeSummary } from './TreeSummary.tsx';
import styles from './TreePage.module.css';

interface TreePageProps {
  readonly result: TreeResult;
  readonly onBack: () => void;
}

/** The page of a tree. */
export function TreePage({ result, onBack }: TreePageProps) {
  const session = useSessionStore();
  const [look, setLook] = useState<'drawing' | 'list'>(() => (isNarrow() ? 'list' : 'drawing'));
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [path, setPath] = useState<AttackPath | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const top = useMemo(() => treeRows(result, toggled), [result, toggled]);
  const rows = useMemo(() => (top === null ? [] : rowsInOrder(top)), [top]);
  const row = rows.find(({ key }) => key === chosen) ?? null;
  const choose = ({ key, step }: TreeRow): void => {
    setChosen(key);
    if (step.light?.state === 'lit' && !isNarrow()) showThreats(session, step.light.threats);
  };
  const { title, paths } = result;
  return (
    <div className={styles['page']}>
      <div className={styles['bar']}>
        <Button size="small" look="quiet" icon={<ArrowLeft size={14} aria-hidden />} onClick={onBack}>
          {words.back}
        </Button>
        <span className={styles['tools']}>
          <Button size="small" look="quiet" onClick={() => setToggled(toggledFor(result, toggled, true))}>
            {words.openAll}
          </Button>
          <Button size="small" look="quiet" onClick={() => setToggled(toggledFor(result, toggled, false))}>
            {words.closeAll}
          </Button>
          <Segmented
            label={words.look.label}
            value={look}
            options={[
              { value: 'drawing', label: words.look.drawing },
              { value: 'list', label: words.look.list },
            ]}
            onChange={setLook}
          />
        </span>
      </div>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        {title || words.untitled}
      </h3>
      <p className={styles['counts']} role="status" data-testid="tree-counts">
        <strong>
          {say(words.uncovered, { uncovered: countText(paths.uncovered), total: countText(paths.total) })}
        </strong>
        {' · '}
        {litWaysText(paths.lit)}
        {' · '}
        {say(words.lit, { count: result.leaves.lit })}
      </p>
      <div className={styles['split']}>
        {top === null ? null : (
          <StepTree
            title={title || words.untitled}
            top={top}
            rows={rows}
            look={look}
            chosen={chosen}
            onPath={path}
            onChoose={choose}
            onToggle={({ key }) => setToggled(flipped(toggled, key))}
          />
        )}
        <div className={styles['side']}>
          {row === null ? (
            <TreeSummary result={result} path={path} onPath={setPath} />
          ) : (
            <StepPanel
              row={row}
              onClose={() => {
                setChosen(null);
                document.getElementById('attack-tree')?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function flipped(toggled: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(toggled);
  if (!next.delete(key)) next.add(key);
  return next;
}
