/** The name of a diagram being changed, over its tab. Enter and clicking away keep it, Escape gives up. */
import { diagrams as words, say } from '@strideboard/words';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './DiagramTabs.module.css';
import type { Tab } from './tab-list.ts';

const TITLE_LIMIT = 300;
const NARROWEST_PX = 140;

interface RenameFieldProps {
  readonly tab: Tab;
  /** The drawn tab that the field stands over. */
  readonly anchor: () => HTMLElement | null;
  /** Told once; `null` when the name stays. */
  readonly onDone: (title: string | null) => void;
}

/** The field, with the whole name selected. */
export function RenameField({ tab, anchor, onDone }: RenameFieldProps) {
  const [text, setText] = useState(tab.title === '' ? tab.name : tab.title);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    const [input, over] = [field.current, anchor()];
    if (input === null || over === null) return;
    const frame = input.offsetParent?.getBoundingClientRect();
    const { left, width } = over.getBoundingClientRect();
    input.style.left = `${left - (frame?.left ?? 0)}px`;
    input.style.width = `${Math.max(width, NARROWEST_PX)}px`;
    input.focus();
    input.select();
    // Once: what is typed must not be selected again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);
  const finish = (keep: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const title = text.trim();
    onDone(keep && title !== '' && title !== tab.title ? title : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    finish(event.key === 'Enter');
    anchor()?.focus();
  };
  return (
    <input
      ref={field}
      className={styles['field']}
      aria-label={say(words.renameField, { title: tab.name })}
      value={text}
      maxLength={TITLE_LIMIT}
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  );
}
