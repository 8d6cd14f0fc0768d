/** The editor of a cell: it stands over the cell, wherever that goes on the screen. Escape leaves all as it was; a press elsewhere saves. */
// biome-ignore-all lint/a11y/noNoninteractiveElementInteractions: Escape closes it, wherever the focus is in it
import type { RegisterRow } from '@strideboard/stride';
import { register, say } from '@strideboard/words';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useSessionStore } from '../../session/use-session.ts';
import type { Column } from '../views/view-settings.ts';
import styles from './CellEditor.module.css';
import { DecisionEditor } from './DecisionEditor.tsx';
import { editFieldOf } from './edit-field.ts';
import type { CloseTo } from './editor-props.ts';
import { ValueEditor } from './ValueEditor.tsx';

interface CellEditorProps {
  readonly row: RegisterRow;
  readonly column: Column;
  /** The cell as it is drawn now; `null` where it is not. */
  readonly anchor: () => HTMLElement | null;
  readonly onClose: (to: CloseTo) => void;
}

const EDGE_PX = 8;

/** The editor. Its row may change, move or leave the table meanwhile: what is being written stays. */
export function CellEditor({ row, column, anchor, onClose }: CellEditorProps) {
  const session = useSessionStore();
  const box = useRef<HTMLDivElement>(null);
  const leave = useRef<() => string | null>(() => null);
  const isOver = useRef(false);
  const close = useCallback(
    (to: CloseTo): void => {
      isOver.current = true;
      onClose(to);
    },
    [onClose],
  );
  // The whole table may go while somebody writes, when others leave nothing for the view to show: what was written is still meant.
  useEffect(
    () => () => {
      if (!isOver.current) leave.current();
    },
    [],
  );
  const field = editFieldOf(column);
  const place = useCallback((): void => {
    const cell = anchor()?.getBoundingClientRect();
    if (box.current !== null && cell !== undefined) putOver(box.current, cell);
  }, [anchor]);
  useLayoutEffect(place);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(place);
    observer.observe(element);
    addEventListener('resize', place);
    addEventListener('scroll', place, true);
    return () => {
      observer.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  }, [place]);
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === true) return;
      const problem = leave.current();
      if (problem !== null) session.getState().tell({ text: problem, tone: 'problem' });
      close('away');
    };
    addEventListener('pointerdown', onPress, true);
    return () => removeEventListener('pointerdown', onPress, true);
  }, [close, session]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) close('stay');
    else if (event.key !== 'Tab' || event.defaultPrevented || !turnsRound(box.current, event.shiftKey)) return;
    event.preventDefault();
  };
  if (field === null) return null;
  const title = row.title === '' ? register.unnamed : row.title;
  const label = say(register.edit.label, { column: register.columns[column], title });
  const shared = {
    row,
    label,
    onClose: close,
    onLeave: (next: () => string | null) => {
      leave.current = next;
    },
  };
  return createPortal(
    <div ref={box} role="dialog" aria-label={label} className={styles['editor']} onKeyDown={onKeyDown} tabIndex={-1}>
      {field.kind === 'decision' ? (
        <DecisionEditor {...shared} part={field.part} />
      ) : (
        <ValueEditor {...shared} field={field} />
      )}
    </div>,
    document.body,
  );
}

/** Tab goes round inside: from the last to the first and back. Whether it was at an end. */
function turnsRound(box: HTMLElement | null, isBack: boolean): boolean {
  const stops = [...(box?.querySelectorAll<HTMLElement>('textarea, input, button, [role=option][tabindex="0"]') ?? [])];
  const [from, to] = isBack ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return false;
  to?.focus();
  return true;
}

/** Over the cell, at least as wide; where that leaves the window, as near as it fits. */
function putOver(box: HTMLElement, cell: DOMRect): void {
  box.style.minWidth = `${String(Math.min(cell.width, innerWidth - 2 * EDGE_PX))}px`;
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${String(Math.max(EDGE_PX, Math.min(cell.left, innerWidth - width - EDGE_PX)))}px`;
  box.style.top = `${String(Math.max(EDGE_PX, Math.min(cell.top, innerHeight - height - EDGE_PX)))}px`;
}
