/** The right panel: four tabs about what is selected, or about the whole board when nothing is. */
import { say } from '@strideboard/words';
import { X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { Activity, type ReactNode } from 'react';
import { pageDirection } from '../session/language.ts';
import { isNarrow } from '../session/is-narrow.ts';
import type { PanelTab } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './DetailsPanel.module.css';
import { SelectionHeader } from './SelectionHeader.tsx';
import { useTabCounts } from './use-tab-counts.ts';

/** A tab that speaks about what is selected. */
type DetailsTab = Exclude<PanelTab, 'blast'>;

const TABS: readonly DetailsTab[] = ['element', 'threats', 'questions', 'notes'];

interface DetailsPanelProps {
  readonly tabs: Readonly<Record<DetailsTab, ReactNode>>;
}

/** The panel. A hidden tab keeps what was chosen in it (filters, what was put off) but costs nothing. */
export function DetailsPanel({ tabs }: DetailsPanelProps) {
  const { board, panels } = useWords();
  const session = useSessionStore();
  const tab = useSession((state) => state.tab);
  const counts = useTabCounts();
  const isTab = (value: string): value is DetailsTab => TABS.some((name) => name === value);
  const close = (): void => session.getState().setPanel('right', false);
  return (
    <Tabs.Root
      className={styles['panel']}
      dir={pageDirection()}
      value={tab}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && isNarrow() && !isTyping(event.target)) close();
      }}
      onValueChange={(value) => {
        if (isTab(value)) session.getState().showTab(value);
      }}
    >
      <div className={styles['top']}>
        <Tabs.List className={styles['tabs']} aria-label={panels.tabs.label}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name} className={styles['tab']} id={`details-tab-${name}`}>
              {counts[name] === null
                ? panels.tabs[name]
                : say(panels.tabs.counted, { name: panels.tabs[name], count: counts[name] })}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <IconButton className={styles['close']} label={board.closeRight} onClick={close}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <SelectionHeader />
      {TABS.map((name) => (
        <Tabs.Content
          key={name}
          value={name}
          forceMount
          hidden={name !== tab}
          className={styles['content']}
          tabIndex={-1}
        >
          <Activity mode={name === tab ? 'visible' : 'hidden'}>{tabs[name]}</Activity>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

/** A field takes Escape for itself. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
