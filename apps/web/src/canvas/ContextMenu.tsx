/** What can be done with what is under the pointer: right click, long press, the menu key or Shift+F10. */
import type { ElementId, SubjectId } from '@strideboard/model';
import { actions as words, say } from '@strideboard/words';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { findAction, isPossible, useActionRegistry } from '../session/action-registry.ts';
import { isAppleSystem, shortcutText } from '../session/shortcut.ts';
import { Menu, type MenuItem, type MenuPlace } from '../ui/Menu.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { boxesOfSelection } from './actions.ts';
import { type Bench, useBench } from './bench.ts';
import { watchLongPress } from './long-press.ts';
import { menuParts } from './menu-parts.ts';
import { itemUnder } from './view/under-pointer.ts';
import { toCanvas } from './view/viewport.ts';

/** The menu, when there is one. */
export function ContextMenu({ surface }: { readonly surface: HTMLElement | null }) {
  const bench = useBench();
  const registry = useActionRegistry();
  const names = useSubjectNames();
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const close = useCallback(() => setPlace(null), []);
  const openAt = (event: MouseEvent): void => {
    selectUnder(bench, surface, event);
    setPlace({ x: event.clientX, y: event.clientY });
  };
  const onMenu = useEffectEvent((event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('textarea, input') !== null) return;
    event.preventDefault();
    // By key the event has no pointer: the menu opens at what is selected.
    const isByHand = event.button === 2 || (event instanceof PointerEvent && event.pointerType === 'touch');
    if (isByHand) openAt(event);
    else setPlace(placeOfSelection(bench, surface));
  });
  const onHeld = useEffectEvent((event: PointerEvent) => {
    // What the finger began is not meant: losing the pointer takes it back.
    if (surface?.hasPointerCapture(event.pointerId) === true) surface.releasePointerCapture(event.pointerId);
    openAt(event);
  });
  useEffect(() => {
    if (surface === null) return undefined;
    const open = (event: MouseEvent): void => onMenu(event);
    surface.addEventListener('contextmenu', open);
    const unwatch = watchLongPress(surface, (event) => onHeld(event));
    return () => {
      unwatch();
      surface.removeEventListener('contextmenu', open);
    };
  }, [surface]);

  // Taken when it opens: nothing moves under the pointer.
  const items = useMemo((): readonly MenuItem[] => {
    if (place === null) return [];
    const isApple = isAppleSystem();
    return menuParts(bench).flatMap((ids, part) =>
      ids
        .flatMap((id) => {
          const action = findAction(registry.getState(), id);
          return action !== undefined && isPossible(action) ? [action] : [];
        })
        .map(({ id, label, shortcuts = [], isDangerous, isOn, run }, at) => ({
          id,
          label,
          run,
          begins: part > 0 && at === 0,
          ...(shortcuts[0] === undefined ? {} : { shortcut: shortcutText(shortcuts[0], isApple) }),
          ...(isDangerous === undefined ? {} : { danger: isDangerous }),
          ...(isOn === undefined ? {} : { isOn: isOn() }),
        })),
    );
  }, [place, bench, registry]);
  if (place === null || items.length === 0) return null;
  const { selection } = bench.session.getState();
  const [only] = selection as readonly SubjectId[]; // a selection holds ids of elements and flows
  const label =
    only === undefined
      ? words.menu.canvas
      : selection.length > 1
        ? say(words.menu.several, { count: selection.length })
        : say(words.menu.label, { name: names.name(only) ?? bench.words.common.unnamed });
  return <Menu label={label} place={place} items={items} onClose={close} />;
}

/** A right click selects what it hits, unless that is selected already. */
function selectUnder({ session, scenes }: Bench, surface: HTMLElement | null, event: MouseEvent): void {
  if (surface === null) return;
  const { left, top } = surface.getBoundingClientRect();
  const now = session.getState();
  const point = toCanvas(now.viewport, { left: event.clientX - left, top: event.clientY - top });
  const item = itemUnder(scenes.grid(), point, now.viewport.zoom);
  if (item === null) now.select([]);
  else if (!now.selection.includes(item.id)) now.select([item.id]);
}

function placeOfSelection(bench: Bench, surface: HTMLElement | null): MenuPlace {
  const { session, canvas, scenes } = bench;
  const { left, top } = surface?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const { viewport, selection } = session.getState();
  const { focus } = canvas.getState();
  if (selection.length === 0 && focus !== null) session.getState().select([focus]);
  const box = boxesOfSelection(bench)[0] ?? scenes.scene().elementById.get(focus as ElementId)?.box; // ids of flows are simply not found
  if (box === undefined) return { x: left + 24, y: top + 24 };
  return {
    x: left + (box.x + box.width / 2) * viewport.zoom + viewport.x,
    y: top + (box.y + box.height / 2) * viewport.zoom + viewport.y,
  };
}
