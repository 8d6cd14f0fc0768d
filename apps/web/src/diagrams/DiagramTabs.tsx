/** The diagrams of the board as tabs: mine is the one I look at, the list is everybody's. */
import { lazyPart } from '../session/lazy-part.ts';
import { diagrams as words, say } from '@strideboard/words';
import { Ellipsis, Plus } from 'lucide-react';
import { type KeyboardEvent, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { usePeersByDiagram } from '../room/peer-diagrams.ts';
import type { Peer } from '../room/peers.ts';
import { useMayEdit } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './DiagramTabs.module.css';
import { DiagramTab } from './DiagramTab.tsx';
import { Menu, type MenuItem, type MenuPlace } from '../ui/Menu.tsx';
import { RenameField } from './RenameField.tsx';
import type { Tab } from './tab-list.ts';
import { readTabKey } from './tab-keys.ts';
import { useFollowDiagrams } from './use-follow-diagrams.ts';
import { useTabActions } from './use-tab-actions.ts';
import { useOpenCounts, useTabs } from './use-tabs.ts';

const DeleteDialog = lazyPart(async () => (await import('./DeleteDialog.tsx')).DeleteDialog);

const NOBODY: readonly Peer[] = [];

/** What is going on besides looking: one thing at a time. */
type Doing =
  | { readonly kind: 'renaming' | 'deleting'; readonly tab: Tab['id'] }
  | { readonly kind: 'choosing'; readonly tab: Tab['id']; readonly place: MenuPlace };

/** The tabs, with what can be done to them. */
export function DiagramTabs() {
  useFollowDiagrams();
  const { tabs, current } = useTabs();
  const counts = useOpenCounts();
  const peers = usePeersByDiagram();
  const mayEdit = useMayEdit();
  const session = useSessionStore();
  const list = useRef<HTMLDivElement>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const actions = useTabActions(tabs);
  const close = useCallback(() => setDoing(null), []);
  const concerned = tabs.find(({ id }) => doing !== null && id === doing.tab);

  const drawn = (tab: Tab): HTMLElement | null =>
    list.current?.children[tabs.findIndex(({ id }) => id === tab.id)] as HTMLElement | null; // the list holds nothing but buttons
  const goTo = (tab: Tab): void => session.getState().setDiagram(tab.id);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current.id, tabs.length]);

  const rename = (tab: Tab): void => {
    if (mayEdit && tab.id !== null) setDoing({ kind: 'renaming', tab: tab.id });
  };
  const add = (): void => {
    const added = actions.add();
    if (added !== null) setDoing({ kind: 'renaming', tab: added });
  };
  const itemsOf = (tab: Tab): readonly MenuItem[] => {
    const at = tabs.findIndex(({ id }) => id === tab.id);
    const [before, after] = [tabs[at - 1], tabs[at + 1]];
    const item = (id: string, label: string, run: () => void, more: Partial<MenuItem> = {}): readonly MenuItem[] => [
      { id, label, run, ...more },
    ];
    return [
      ...(tab.id === null ? [] : item('rename', words.rename, () => rename(tab), { shortcut: 'F2' })),
      ...(before === undefined
        ? []
        : item('before', say(words.moveBefore, { title: before.name }), () => actions.move(tab, -1))),
      ...(after === undefined
        ? []
        : item('after', say(words.moveAfter, { title: after.name }), () => actions.move(tab, 1))),
      ...item('add', words.add, add),
      ...(tabs.length < 2
        ? []
        : item('delete', words.remove, () => setDoing({ kind: 'deleting', tab: tab.id }), {
            shortcut: 'Delete',
            danger: true,
          })),
    ];
  };
  const openMenu = (tab: Tab, place: MenuPlace): void => {
    if (mayEdit) setDoing({ kind: 'choosing', tab: tab.id, place });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const intent = readTabKey(event, isRightToLeft);
    if (intent === null) return;
    event.preventDefault();
    const at = tabs.indexOf(current);
    if (intent.kind === 'rename') rename(current);
    else if (intent.kind === 'delete') {
      if (mayEdit && tabs.length > 1) setDoing({ kind: 'deleting', tab: current.id });
    } else if (intent.kind === 'move') {
      if (mayEdit) actions.move(current, intent.by);
    } else {
      const to = intent.kind === 'step' ? at + intent.by : intent.kind === 'home' ? 0 : tabs.length - 1;
      const tab = tabs[(to + tabs.length) % tabs.length];
      if (tab === undefined) return;
      goTo(tab);
      drawn(tab)?.focus();
    }
  };

  return (
    <div className={styles['tabs']}>
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label={words.list}
        className={styles['list']}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <DiagramTab
            key={tab.id}
            tab={tab}
            isCurrent={tab.id === current.id}
            open={counts.get(tab.place) ?? 0}
            peers={peers.get(tab.place) ?? NOBODY}
            onChoose={() => goTo(tab)}
            onRename={() => rename(tab)}
            onMenu={(place) => openMenu(tab, place)}
          />
        ))}
      </div>
      {mayEdit ? (
        <>
          <IconButton
            className={styles['small']}
            label={say(words.actions, { title: current.name })}
            aria-haspopup="menu"
            aria-expanded={doing?.kind === 'choosing'}
            onClick={(event) => {
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              openMenu(current, { x: left, y: bottom + 4 });
            }}
          >
            <Ellipsis size={15} aria-hidden />
          </IconButton>
          <IconButton className={styles['small']} label={words.add} onClick={add}>
            <Plus size={15} aria-hidden />
          </IconButton>
        </>
      ) : null}
      {concerned !== undefined && doing?.kind === 'renaming' ? (
        <RenameField
          key={concerned.id}
          tab={concerned}
          anchor={() => drawn(concerned)}
          onDone={(title) => {
            setDoing(null);
            if (title !== null) actions.rename(concerned, title);
          }}
        />
      ) : null}
      {concerned !== undefined && doing?.kind === 'choosing' ? (
        <Menu
          label={say(words.actions, { title: concerned.name })}
          place={doing.place}
          items={itemsOf(concerned)}
          onClose={close}
        />
      ) : null}
      {concerned !== undefined && doing?.kind === 'deleting' ? (
        <Suspense>
          <DeleteDialog
            tab={concerned}
            onClose={close}
            onDelete={() => {
              setDoing(null);
              actions.remove(concerned);
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
