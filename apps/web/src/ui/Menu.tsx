/** A menu at a place on the screen: arrows move, Enter chooses, Escape and a click elsewhere close it and give the focus back. */
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ariaKeys, keysText } from '../session/shortcut.ts';
import styles from './Menu.module.css';

/** One thing to choose. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** In English, such as `Ctrl+Z`; shown at the end of the line in the language in use. */
  readonly shortcut?: string;
  readonly danger?: boolean;
  /** Whether what it switches is on; absent for what is no switch. */
  readonly isOn?: boolean;
  /** Whether it is the one chosen of the whole menu; absent where nothing is chosen between. */
  readonly isChosen?: boolean;
  /** Begins a new part of the menu, set off by a line. */
  readonly begins?: boolean;
  readonly run: () => void;
}

/** Where the upper left corner of a menu goes, px from that of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface MenuProps {
  readonly label: string;
  readonly place: MenuPlace;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

const EDGE_PX = 8;

/** The menu, with the focus on its first item. Mount it to open it. */
export function Menu({ label, place, items, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const buttons = (): readonly HTMLElement[] => [
    ...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
  ];

  useEffect(() => {
    const before = document.activeElement;
    const element = box.current;
    if (element !== null) {
      // Above everything, and measured from the window: what lies around it may be laid out on its own.
      if (!element.matches(':popover-open')) element.showPopover();
      keepOnScreen(element, place);
    }
    element?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    return () => {
      // What was chosen may have moved the focus already.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, [place]);
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) onClose();
    };
    addEventListener('pointerdown', onPress, true);
    addEventListener('blur', onClose);
    return () => {
      removeEventListener('pointerdown', onPress, true);
      removeEventListener('blur', onClose);
    };
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const goTo = (to: number): void => all[(to + all.length) % all.length]?.focus();
    if (event.key === 'ArrowDown') goTo(at + 1);
    else if (event.key === 'ArrowUp') goTo(at - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles['menu']}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id, label: text, shortcut, danger, isOn, isChosen, begins, run }) => (
        <button
          key={id}
          type="button"
          {...roleOf(isOn, isChosen)}
          tabIndex={-1}
          className={styles['item']}
          data-danger={danger === true || undefined}
          data-begins={begins === true || undefined}
          aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
          onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
          onClick={() => {
            onClose();
            run();
          }}
        >
          <span>{text}</span>
          {isOn === true || isChosen === true ? <Check size={14} aria-hidden /> : null}
          {shortcut === undefined ? null : <i aria-hidden="true">{keysText(shortcut)}</i>}
        </button>
      ))}
    </div>
  );
}

function roleOf(isOn: boolean | undefined, isChosen: boolean | undefined) {
  if (isChosen !== undefined) return { role: 'menuitemradio', 'aria-checked': isChosen };
  return isOn === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': isOn };
}

/** Puts a box at a place, or as near as it fits into the window. */
function keepOnScreen(element: HTMLElement, { x, y }: MenuPlace): void {
  const { width, height } = element.getBoundingClientRect();
  element.style.left = `${Math.max(EDGE_PX, Math.min(x, innerWidth - width - EDGE_PX))}px`;
  element.style.top = `${Math.max(EDGE_PX, Math.min(y, innerHeight - height - EDGE_PX))}px`;
}
