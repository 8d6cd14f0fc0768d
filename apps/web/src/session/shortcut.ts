/** A key or a combination of keys as data: one table serves the keyboard, menus, the command palette and the shortcut sheet. */
import { interfaceEnglish } from '@strideboard/words';

/** One combination. `command` is Ctrl, or Cmd on Apple systems. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it; letters in lower case. */
  readonly key: string;
  /** Physical key, for combinations with Shift and a digit, which print other signs elsewhere. */
  readonly code?: string;
  readonly command?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** The part of a keyboard event that matters. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether the press is this combination, whatever the caps lock says. */
export function isPressed(shortcut: Shortcut, { key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): boolean {
  const { command = false, shift = false, alt = false } = shortcut;
  if ((ctrlKey || metaKey) !== command || altKey !== alt) return false;
  if (shortcut.code !== undefined) return code === shortcut.code && shiftKey === shift;
  if (key.toLowerCase() !== shortcut.key) return false;
  // Signs such as `?` need Shift on some keyboards and not on others: what is printed decides.
  return isSign(shortcut.key) || shiftKey === shift;
}

/** Whether it is one printable key alone, which people may switch off (WCAG 2.2, 2.1.4 Character Key Shortcuts). */
export const isSingleKey = ({ key, command = false, alt = false }: Shortcut): boolean =>
  key.length === 1 && !command && !alt;

const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': 'Space',
};

/** As it is written in English: `Ctrl+Shift+Z`, or `⇧⌘Z` on Apple systems. */
export function shortcutText({ key, command = false, shift = false, alt = false }: Shortcut, isApple: boolean): string {
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (isApple) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${command ? '⌘' : ''}${name}`;
  return [command && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** As people read it: the keys of an English text such as `Ctrl+Del` by their names in the language in use, `Strg+Entf`. */
export function keysText(english: string): string {
  const names: Readonly<Record<string, string>> = interfaceEnglish.common.keys;
  return english.replace(/[A-Z][a-z]+/gu, (name) => names[name] ?? name);
}

/** As `aria-keyshortcuts` wants an English text. */
export const ariaKeys = (english: string): string => english.replace('Ctrl', 'Control').replace(/\bDel\b/u, 'Delete');

/** As `aria-keyshortcuts` wants it. */
export function ariaShortcut({ key, command = false, shift = false, alt = false }: Shortcut): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return [command && 'Control', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** Whether this is an Apple system, where Cmd takes the place of Ctrl. */
export const isAppleSystem = (): boolean => /Mac|iPhone|iPad/u.test(navigator.userAgent);
