/** The search field of the palette: `/` from anywhere, arrows choose, Enter places in the middle of the view, Escape leaves. */
import { centreOf } from '@strideboard/model';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { boxAround, placeElement } from '../room/place-element.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { isModalOpen } from '../ui/modal-open.ts';
import { useReport } from '../ui/use-report.ts';
import styles from './InsertSearch.module.css';
import type { PaletteItem } from './shelves.ts';

interface InsertSearchProps {
  readonly query: string;
  readonly found: readonly PaletteItem[];
  /** The result Enter takes. */
  readonly active: PaletteItem | null;
  readonly onQuery: (text: string) => void;
  readonly onStep: (by: number) => void;
}

/** The field. */
export function InsertSearch({ query, found, active, onQuery, onStep }: InsertSearchProps) {
  const { canvas } = useWords();
  const room = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEventInit & Event): void => {
      if (
        event.key !== '/' ||
        event.ctrlKey === true ||
        event.metaKey === true ||
        isTyping(event.target) ||
        isModalOpen() ||
        !session.getState().singleKeys
      )
        return;
      event.preventDefault();
      // At once, or the next letters would go to the diagram; a hidden panel must be shown before it can take the focus.
      flushSync(() => session.getState().setPanel('left', true));
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session]);

  const insert = (item: PaletteItem): void => {
    const now = session.getState();
    const { viewport, canvasSize } = now;
    const middle = centreOf({
      x: -viewport.x / viewport.zoom,
      y: -viewport.y / viewport.zoom,
      width: canvasSize.width / viewport.zoom,
      height: canvasSize.height / viewport.zoom,
    });
    const box = boxAround(middle, item.element);
    if (!report(placeElement(room, session, { element: item.element, type: item.type, box }))) return;
    onQuery('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'ArrowDown') onStep(1);
    else if (event.key === 'ArrowUp') onStep(-1);
    else if (event.key === 'Enter' && active !== null) insert(active);
    else if (event.key === 'Escape') {
      if (query === '') document.querySelector<HTMLElement>('[data-surface]')?.focus();
      else onQuery('');
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles['field']}>
      <input
        ref={field}
        id="insert-search"
        type="text"
        role="combobox"
        aria-label={canvas.palette.searchLabel}
        aria-expanded={query.trim() !== ''}
        aria-controls={query.trim() === '' ? undefined : 'insert-results'}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : `insert-${active.key}`}
        aria-keyshortcuts="/"
        placeholder={canvas.palette.search}
        autoComplete="off"
        spellCheck={false}
        value={query}
        data-found={found.length}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden="true">{canvas.palette.shortcut}</span>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
