import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providePanelWords } from '../session/panel-words.ts';
import { DraftField } from './DraftField.tsx';

let host: HTMLElement;
let root: Root;
let written: string[];

beforeEach(() => {
  providePanelWords();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  written = [];
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const show = (value: string, id = 'x'): void =>
  act(() =>
    root.render(
      <DraftField
        key={id}
        label="Name"
        value={value}
        maxLength={20}
        check={(text) => (text === 'bad' ? 'This is bad.' : null)}
        commit={(text) => written.push(text)}
      />,
    ),
  );
const input = (): HTMLInputElement => host.querySelector('input')!;
const type = (text: string): void =>
  act(() => {
    input().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (key: string): void =>
  act(() => {
    input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

describe('DraftField', () => {
  it('writes on Enter, once, and not when nothing changed', () => {
    show('etcd');
    press('Enter');
    type('etcd 2');
    press('Enter');
    act(() => input().blur());
    expect(written).toEqual(['etcd 2']);
  });

  it('takes back on Escape', () => {
    show('etcd');
    type('etcd 2');
    press('Escape');
    expect(input().value).toBe('etcd');
    act(() => input().blur());
    expect(written).toEqual([]);
  });

  it('keeps the local text while somebody else changes the value, and offers theirs', () => {
    show('etcd');
    type('etcd mine');
    show('etcd theirs');
    expect(input().value).toBe('etcd mine');
    expect(host.querySelector('[role=status]')?.textContent).toContain('etcd theirs');
    act(() => host.querySelector('button')?.click());
    expect(input().value).toBe('etcd theirs');
    expect(host.querySelector('[role=status]')).toBeNull();
    expect(written).toEqual([]);
  });

  it('follows the value while it is not in use', () => {
    show('etcd');
    show('etcd theirs');
    expect(input().value).toBe('etcd theirs');
  });

  it('says what is wrong and does not write it', () => {
    show('etcd');
    type('bad');
    expect(host.textContent).toContain('This is bad.');
    press('Enter');
    expect(input().value).toBe('etcd');
    expect(written).toEqual([]);
  });

  it('writes what was typed when something else is selected before the field is left', () => {
    show('etcd');
    type('etcd 2');
    show('kubelet', 'y');
    expect(written).toEqual(['etcd 2']);
    expect(input().value).toBe('kubelet');
  });
});
