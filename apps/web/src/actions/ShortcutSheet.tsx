/** All shortcuts by group, and the switch for those of one letter. */
import { actions as words, reach } from '@strideboard/words';
import { useMemo } from 'react';
import { ACTION_GROUPS, type ActionRegistry, isAllowed, listActions } from '../session/action-registry.ts';
import { useMayEdit } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { isAppleSystem, keysText, type Shortcut, shortcutText } from '../session/shortcut.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ShortcutSheet.module.css';

interface ShortcutSheetProps {
  readonly registry: ActionRegistry;
  readonly onClose: () => void;
}

interface Row {
  readonly text: string;
  readonly keys: readonly Shortcut[];
  /** Not for those whose link changes nothing; `false`: only for those. */
  readonly changesBoard?: boolean;
}

/** What the arrows and the other keys of the diagram do; they are no actions of a list. */
const MOVING: readonly (Omit<Row, 'text'> & { readonly word: keyof (typeof words)['sheet'] })[] = [
  { word: 'arrows', keys: [{ key: 'ArrowRight' }], changesBoard: true },
  { word: 'viewArrows', keys: [{ key: 'ArrowRight' }], changesBoard: false },
  { word: 'shiftArrows', keys: [{ key: 'ArrowRight', shift: true }], changesBoard: true },
  { word: 'altArrows', keys: [{ key: 'ArrowRight', alt: true }] },
  { word: 'commandArrows', keys: [{ key: 'ArrowRight', command: true }] },
  { word: 'enter', keys: [{ key: 'Enter' }] },
  { word: 'escape', keys: [{ key: 'Escape' }] },
  { word: 'space', keys: [{ key: ' ' }] },
];

/** The sheet, open while mounted. */
export function ShortcutSheet({ registry, onClose }: ShortcutSheetProps) {
  const { board } = useWords();
  const { memory } = useEnvironment();
  const session = useSessionStore();
  const singleKeys = useSession((state) => state.singleKeys);
  const hearsOthers = useSession((state) => state.hearsOthers);
  const mayEdit = useMayEdit();
  const actions = useMemo(
    () =>
      listActions(registry).filter((action) => (action.shortcuts ?? []).length > 0 && isAllowed(action, { mayEdit })),
    [registry, mayEdit],
  );
  const switchSingle = (on: boolean): void => {
    session.getState().setSingleKeys(on);
    memory.setPreferences({ singleKeys: on });
  };
  const switchHearing = (on: boolean): void => {
    session.getState().setHearsOthers(on);
    memory.setPreferences({ hearsOthers: on });
  };
  return (
    <Dialog title={words.sheet.title} closeLabel={board.close} width="wide" onClose={onClose}>
      <p className={styles['intro']}>{words.sheet.intro}</p>
      <label className={styles['switch']}>
        <input type="checkbox" checked={singleKeys} onChange={(event) => switchSingle(event.target.checked)} />
        <span>
          {words.sheet.singleKeys}
          <small>{words.sheet.singleKeysHint}</small>
        </span>
      </label>
      <label className={styles['switch']}>
        <input type="checkbox" checked={hearsOthers} onChange={(event) => switchHearing(event.target.checked)} />
        <span>
          {reach.news.hear}
          <small>{reach.news.hearHint}</small>
        </span>
      </label>
      <div className={styles['groups']}>
        <Group
          title={words.sheet.moving}
          rows={MOVING.filter(({ changesBoard = mayEdit }) => changesBoard === mayEdit).map(({ word, keys }) => ({
            text: words.sheet[word],
            keys,
          }))}
        />
        {ACTION_GROUPS.map((group) => (
          <Group
            key={group}
            title={words.groups[group]}
            rows={actions
              .filter((action) => action.group === group)
              .map(({ label, shortcuts = [] }) => ({ text: label, keys: shortcuts }))}
          />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  const isApple = isAppleSystem();
  if (rows.length === 0) return null;
  return (
    <section className={styles['group']}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ text, keys }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>
              {keys.map((shortcut, at) => (
                <span key={shortcutText(shortcut, isApple)}>
                  {at > 0 ? ` ${words.sheet.or} ` : ''}
                  <kbd>{keysText(shortcutText(shortcut, isApple))}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
