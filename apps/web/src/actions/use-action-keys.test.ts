import { describe, expect, it } from 'vitest';
import type { Action } from '../session/action-registry.ts';
import type { KeyPress } from '../session/shortcut.ts';
import { actionFor } from './use-action-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
});
const action = (id: string, more: Partial<Action>): Action => ({
  ...{ id, group: 'edit' as const, label: id, run: () => undefined },
  ...more,
});
const onCanvas = { singleKeys: true, isTyping: false, isOnControl: false };
const reverse = action('reverse', { shortcuts: [{ key: 'r' }] });
const find = action('find', { shortcuts: [{ key: 'f', command: true }], actsWhileTyping: true });
const wrap = action('wrap', { shortcuts: [{ key: 'g', command: true }] });
const all = [reverse, find, wrap];
const idFor = (key: KeyPress, situation: Partial<typeof onCanvas> = {}): string | undefined =>
  actionFor(all, key, { ...onCanvas, ...situation })?.id;

describe('actionFor', () => {
  it('finds the action of a shortcut', () => {
    expect(idFor(press('r'))).toBe('reverse');
    expect(idFor(press('g', { ctrlKey: true }))).toBe('wrap');
    expect(idFor(press('q'))).toBeUndefined();
  });

  it('leaves text to the field it is typed into, but for what acts everywhere', () => {
    expect(idFor(press('r'), { isTyping: true })).toBeUndefined();
    expect(idFor(press('g', { ctrlKey: true }), { isTyping: true })).toBeUndefined();
    expect(idFor(press('f', { ctrlKey: true }), { isTyping: true })).toBe('find');
  });

  it('does nothing on single letters when they are switched off or a list uses them itself', () => {
    expect(idFor(press('r'), { singleKeys: false })).toBeUndefined();
    expect(idFor(press('r'), { isOnControl: true })).toBeUndefined();
    expect(idFor(press('g', { ctrlKey: true }), { singleKeys: false })).toBe('wrap');
  });

  it('passes over what cannot be done now and what answers its keys itself', () => {
    const impossible = action('first', { shortcuts: [{ key: 'r' }], isPossible: () => false });
    const own = action('own', { shortcuts: [{ key: 'r' }], hasOwnKeys: true });
    expect(actionFor([impossible, own, reverse], press('r'), onCanvas)).toBe(reverse);
  });
});
