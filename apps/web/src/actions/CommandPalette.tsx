/** Every action of the board by name: type to narrow, Enter does it. What cannot be done now is not offered. */
import { actions as words } from '@strideboard/words';
import { useEffect, useMemo, useRef } from 'react';
import {
  ACTION_GROUPS,
  type Action,
  type ActionRegistry,
  isPossible,
  listActions,
} from '../session/action-registry.ts';
import { isAppleSystem, keysText, shortcutText } from '../session/shortcut.ts';
import { SearchList } from '../ui/SearchList.tsx';
import styles from './CommandPalette.module.css';

interface CommandPaletteProps {
  readonly registry: ActionRegistry;
  readonly onClose: () => void;
}

interface Option extends Pick<Action, 'id' | 'label' | 'shortcuts' | 'run'> {
  readonly keywords?: string;
}

/** The palette, open while mounted. */
export function CommandPalette({ registry, onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isApple = isAppleSystem();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  // As things were when it was opened: nothing moves under the cursor while somebody reads.
  const groups = useMemo(() => {
    const possible = listActions(registry).filter((action) => action.id !== 'commands' && isPossible(action));
    return ACTION_GROUPS.map((group) => ({
      label: words.groups[group],
      options: possible.filter((action) => action.group === group) as readonly Option[],
    }));
  }, [registry]);
  const choose = (option: Option): void => {
    // Closed first: what is done may open something of its own or need the focus.
    dialog.current?.close();
    onClose();
    option.run();
  };
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={words.palette.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <SearchList
        label={words.palette.search}
        groups={groups}
        emptyText={words.palette.none}
        detail={({ shortcuts = [] }) =>
          shortcuts[0] === undefined ? null : (
            <kbd className={styles['keys']}>{keysText(shortcutText(shortcuts[0], isApple))}</kbd>
          )
        }
        onChoose={choose}
        onClose={onClose}
      />
    </dialog>
  );
}
