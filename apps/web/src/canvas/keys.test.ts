import { describe, expect, it } from 'vitest';
import { type KeyPress, readKey } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('readKey', () => {
  it('knows the tools by one letter, whatever the caps lock says', () => {
    expect(readKey(press('c'))).toEqual({ kind: 'tool', tool: 'connect' });
    expect(readKey(press('V'))).toEqual({ kind: 'tool', tool: 'select' });
  });

  it('leaves copy, paste and the like to others', () => {
    expect(readKey(press('c', { ctrlKey: true }))).toBeNull();
    expect(readKey(press('v', { metaKey: true }))).toBeNull();
    expect(readKey(press('z', { ctrlKey: true }))).toBeNull();
    expect(readKey(press('q'))).toBeNull();
  });

  it('fits with Shift and a digit on any keyboard layout', () => {
    expect(readKey(press('!', { code: 'Digit1', shiftKey: true }))).toEqual({ kind: 'fit' });
    expect(readKey(press('"', { code: 'Digit2', shiftKey: true }))).toEqual({ kind: 'fitSelection' });
    expect(readKey(press('1', { code: 'Digit1' }))).toBeNull();
  });

  it('tells small steps, large steps and walking apart', () => {
    expect(readKey(press('ArrowLeft'))).toEqual({ kind: 'arrow', direction: 'left', large: false, walk: false });
    expect(readKey(press('ArrowUp', { shiftKey: true }))).toEqual({
      kind: 'arrow',
      direction: 'up',
      large: true,
      walk: false,
    });
    expect(readKey(press('ArrowDown', { altKey: true }))).toMatchObject({ walk: true });
  });

  it('follows flows with Ctrl or Cmd and an arrow', () => {
    expect(readKey(press('ArrowRight', { ctrlKey: true }))).toEqual({ kind: 'follow', direction: 'right' });
    expect(readKey(press('ArrowUp', { metaKey: true }))).toEqual({ kind: 'follow', direction: 'up' });
    expect(readKey(press('ArrowUp', { ctrlKey: true, shiftKey: true }))).toBeNull();
  });

  it('takes the zoom keys from the browser', () => {
    expect(readKey(press('0', { ctrlKey: true }))).toEqual({ kind: 'zoomReset' });
    expect(readKey(press('a', { metaKey: true }))).toEqual({ kind: 'selectAll' });
  });
});
