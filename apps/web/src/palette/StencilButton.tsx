/** One thing to place: click takes it into the hand, dragging carries it to the canvas. */
import { type PointerEvent, useRef } from 'react';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { isLifted } from './lift.ts';
import type { PaletteItem } from './shelves.ts';
import styles from './StencilButton.module.css';

interface StencilButtonProps {
  readonly item: PaletteItem;
  /** Set in the list of search results, which shows whole names. */
  readonly result?: { readonly id: string; readonly active: boolean };
}

/** The button; pressed while its thing is in the hand. */
export function StencilButton({ item, result }: StencilButtonProps) {
  const { element, type, label, short, icon, boundary } = item;
  const session = useSessionStore();
  const isInHand = useSession(({ tool }) => tool.kind === 'place' && tool.element === element && tool.type === type);
  const press = useRef<{ readonly x: number; readonly y: number; dragged: boolean } | null>(null);
  const take = (held: boolean): void => session.getState().setTool({ kind: 'place', element, type, held });
  const onPointerMove = (event: PointerEvent): void => {
    const from = press.current;
    if (from === null || from.dragged || event.buttons !== 1) return;
    if (!isLifted({ dx: event.clientX - from.x, dy: event.clientY - from.y }, event.pointerType)) return;
    from.dragged = true;
    // A finger belongs to what it pressed until it is let go of; the canvas has to see it pass.
    if (event.target instanceof Element && event.target.hasPointerCapture(event.pointerId))
      event.target.releasePointerCapture(event.pointerId);
    take(true);
  };
  return (
    <button
      type="button"
      id={result?.id}
      {...(result === undefined ? { 'aria-pressed': isInHand } : { role: 'option', 'aria-selected': result.active })}
      aria-label={label}
      title={label}
      tabIndex={result === undefined ? undefined : -1}
      className={styles['stencil']}
      data-testid={`stencil-${item.key}`}
      data-look={result === undefined ? 'tile' : 'row'}
      data-active={result?.active === true || isInHand || undefined}
      data-boundary={boundary?.style}
      data-colour={boundary?.colour}
      onPointerDown={({ clientX, clientY }) => {
        press.current = { x: clientX, y: clientY, dragged: false };
      }}
      onPointerMove={onPointerMove}
      onPointerLeave={({ buttons }) => {
        // A quick drag leaves the button before it has moved inside it.
        if (buttons !== 1 || press.current === null || press.current.dragged) return;
        press.current.dragged = true;
        take(true);
      }}
      onPointerCancel={() => {
        // The browser took the finger to scroll with: what it held goes back.
        if (press.current?.dragged === true) session.getState().setTool({ kind: 'select' });
        press.current = null;
      }}
      onClick={({ detail }) => {
        // A drag ends elsewhere and leaves no click; the next one by key (detail 0) is meant.
        const wasDragged = press.current?.dragged === true && detail !== 0;
        press.current = null;
        if (wasDragged) return;
        if (isInHand) session.getState().setTool({ kind: 'select' });
        else take(false);
      }}
    >
      {icon === null || boundary !== null ? null : <Glyph name={icon} kind={element} size={16} />}
      <span>{result === undefined ? short : label}</span>
    </button>
  );
}
