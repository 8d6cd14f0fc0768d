/** Where a diagram belongs that details an element: the way down to it, each step leading back. */
import { diagrams as words } from '@strideboard/words';
import { ChevronRight } from 'lucide-react';
import { showDrawing } from '../room/goto-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import styles from './Breadcrumb.module.css';
import { pathTo } from './tab-list.ts';
import { useTabs } from './use-tabs.ts';

/** The way; nothing for a diagram that details nothing. */
export function Breadcrumb() {
  const room = useRoom();
  const session = useSessionStore();
  const { tabs, current } = useTabs();
  const diagrams = useModel((model) => model.diagrams);
  const index = useModel(() => room.index());
  const path = pathTo(tabs, diagrams, index, current);
  if (path.length < 2) return null;
  return (
    <nav className={styles['path']} aria-label={words.path}>
      <ol>
        {path.map((tab, at) => {
          const next = path[at + 1];
          const detailed = diagrams.find(({ id }) => id === next?.id)?.details ?? null;
          return (
            <li key={tab.id}>
              {detailed === null ? (
                <span aria-current="page">{tab.name}</span>
              ) : (
                <>
                  <button type="button" title={tab.name} onClick={() => showDrawing(room, session, detailed)}>
                    {tab.name}
                  </button>
                  <ChevronRight size={13} aria-hidden />
                </>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
