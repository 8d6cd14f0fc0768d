import { speak } from '@strideboard/words';
import { afterEach, describe, expect, it } from 'vitest';
import { ariaKeys, ariaShortcut, isPressed, isSingleKey, type KeyPress, keysText, shortcutText } from './shortcut.ts';

afterEach(() => speak('en'));

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
});

describe('isPressed', () => {
  it('takes Ctrl and Cmd alike and tells Shift and Alt apart', () => {
    const undo = { key: 'z', command: true };
    expect(isPressed(undo, press('z', { ctrlKey: true }))).toBe(true);
    expect(isPressed(undo, press('Z', { metaKey: true }))).toBe(true);
    expect(isPressed(undo, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed(undo, press('z', { ctrlKey: true, altKey: true }))).toBe(false);
    expect(isPressed(undo, press('z'))).toBe(false);
  });

  it('knows a sign by what is printed, wherever it sits on the keyboard', () => {
    expect(isPressed({ key: '?' }, press('?', { shiftKey: true }))).toBe(true);
    expect(isPressed({ key: '?' }, press('?'))).toBe(true);
    expect(isPressed({ key: ']', command: true }, press(']', { ctrlKey: true }))).toBe(true);
  });

  it('knows a digit with Shift by its place', () => {
    const fit = { key: '1', code: 'Digit1', shift: true };
    expect(isPressed(fit, press('!', { code: 'Digit1', shiftKey: true }))).toBe(true);
    expect(isPressed(fit, press('1', { code: 'Digit1' }))).toBe(false);
  });
});

describe('a shortcut in words', () => {
  it('is written as each system writes it', () => {
    expect(shortcutText({ key: 'z', command: true, shift: true }, false)).toBe('Ctrl+Shift+Z');
    expect(shortcutText({ key: 'z', command: true, shift: true }, true)).toBe('⇧⌘Z');
    expect(shortcutText({ key: 'ArrowLeft', alt: true }, false)).toBe('Alt+←');
    expect(ariaShortcut({ key: 'k', command: true })).toBe('Control+K');
  });

  it('names keys as the language in use does, and leaves the others as they are', async () => {
    expect(keysText('Ctrl+Shift+Z')).toBe('Ctrl+Shift+Z');
    await speak('de');
    expect(['Ctrl+Shift+Z', 'Delete', 'Alt+←', 'F2', 'Ctrl++', '⌘Del'].map(keysText)).toEqual([
      ...['Strg+Umschalt+Z', 'Entf', 'Alt+←', 'F2', 'Strg++', '⌘Entf'],
    ]);
    expect(ariaKeys('Ctrl+Shift+Z')).toBe('Control+Shift+Z');
  });

  it('is a single key only without Ctrl and Alt', () => {
    expect(isSingleKey({ key: 'c' })).toBe(true);
    expect(isSingleKey({ key: 'k', command: true })).toBe(false);
    expect(isSingleKey({ key: 'Delete' })).toBe(false);
  });
});
