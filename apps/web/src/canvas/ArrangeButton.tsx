/** Lining up and distributing from the toolbar, while several elements are selected. */
import { actions as words } from '@strideboard/words';
import { AlignStartVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import { findAction, isPossible, useActionRegistry } from '../session/action-registry.ts';
import { useSession } from '../session/use-session.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, type MenuPlace } from '../ui/Menu.tsx';
import { useBench } from './bench.ts';
import { ALIGN, DISTRIBUTE } from './menu-parts.ts';

const GAP_PX = 6;

/** The button with its menu; nothing while fewer than two elements are selected. */
export function ArrangeButton() {
  const { scenes } = useBench();
  const registry = useActionRegistry();
  const [place, setPlace] = useState<MenuPlace | null>(null);
  /** The press that begins a click has closed the menu already. */
  const wasOpen = useRef(false);
  const isShown = useSession(({ selection }) => {
    const { elementById } = scenes.scene();
    return selection.filter((id) => (elementById as ReadonlyMap<string, unknown>).has(id)).length > 1; // ids of flows are simply not found
  });
  if (!isShown) return null;
  const items = [ALIGN, DISTRIBUTE].flatMap((ids, part) =>
    ids.flatMap((id, at) => {
      const action = findAction(registry.getState(), id);
      if (action === undefined || !isPossible(action)) return [];
      return [{ id, label: action.label, begins: part > 0 && at === 0, run: action.run }];
    }),
  );
  return (
    <>
      <IconButton
        label={words.arrange.menu}
        aria-haspopup="menu"
        aria-expanded={place !== null}
        onPointerDown={() => {
          wasOpen.current = place !== null;
        }}
        onClick={(event) => {
          const isClosing = wasOpen.current || place !== null;
          wasOpen.current = false;
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setPlace(isClosing ? null : { x: left, y: bottom + GAP_PX });
        }}
      >
        <AlignStartVertical size={16} strokeWidth={1.7} aria-hidden />
      </IconButton>
      {place === null ? null : (
        <Menu label={words.arrange.menu} place={place} items={items} onClose={() => setPlace(null)} />
      )}
    </>
  );
}
