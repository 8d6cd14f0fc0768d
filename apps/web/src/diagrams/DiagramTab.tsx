/** One diagram as a tab: its name, what waits there, and who is there. */
import { diagrams as words, say } from '@strideboard/words';
import type { Peer } from '../room/peers.ts';
import styles from './DiagramTabs.module.css';
import type { MenuPlace } from '../ui/Menu.tsx';
import type { Tab } from './tab-list.ts';

interface DiagramTabProps {
  readonly tab: Tab;
  readonly isCurrent: boolean;
  /** Threats to decide about what is on it. */
  readonly open: number;
  /** The others who look at it. */
  readonly peers: readonly Peer[];
  readonly onChoose: () => void;
  readonly onRename: () => void;
  readonly onMenu: (place: MenuPlace) => void;
}

const SHOWN_PEOPLE = 3;

/** The tab. Keys are handled by the list it stands in. */
export function DiagramTab({ tab, isCurrent, open, peers, onChoose, onRename, onMenu }: DiagramTabProps) {
  const names = peers.map(({ name }) => name).join(words.comma);
  const label = [
    tab.name,
    open === 0 ? '' : say(words.tab.open, { count: open }),
    peers.length === 0 ? '' : say(words.tab.people, { count: peers.length, names }),
  ].filter(Boolean);
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isCurrent}
      aria-label={label.join(words.comma)}
      title={label.join('\n')}
      tabIndex={isCurrent ? 0 : -1}
      className={styles['tab']}
      onClick={onChoose}
      onDoubleClick={onRename}
      onContextMenu={(event) => {
        event.preventDefault();
        onChoose();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        // The key for menus has no place of its own.
        const isPointed = event.clientX > 0 && event.button === 2;
        onMenu(isPointed ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom + 4 });
      }}
    >
      <span className={styles['name']}>{tab.name}</span>
      {open === 0 ? null : <span className={styles['open']}>{open}</span>}
      {peers.slice(0, SHOWN_PEOPLE).map(({ client, colour }) => (
        <span key={client} className={styles['peer']} style={{ background: colour }} />
      ))}
    </button>
  );
}
