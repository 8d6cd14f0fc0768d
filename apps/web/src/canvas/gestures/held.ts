/** What was picked up on the palette and is still held: the canvas follows it and places it on release. */
import { boxAround, placeElement } from '../../room/place-element.ts';
import type { Bench } from '../bench.ts';
import type { SessionStore, Tool } from '../../session/session-store.ts';
import { toCanvas } from '../view/viewport.ts';

/** The tool in the hand, when what it places hangs on the pointer. */
export function heldTool(session: SessionStore): Extract<Tool, { readonly kind: 'place' }> | null {
  const { tool } = session.getState();
  return tool.kind === 'place' && tool.held === true ? tool : null;
}

/** Listens on the window until the signal ends. */
export function watchHeld(bench: Bench, surface: HTMLElement, isBusy: () => boolean, signal: AbortSignal): void {
  const { session, canvas, room } = bench;
  const isOver = ({ clientX, clientY }: PointerEvent): boolean =>
    surface.parentElement?.contains(document.elementFromPoint(clientX, clientY)) === true;
  const onMove = (event: PointerEvent): void => {
    if (isBusy() || heldTool(session) === null || isOver(event)) return;
    canvas.setState({ preview: null });
  };
  const onUp = (event: PointerEvent): void => {
    const tool = heldTool(session);
    if (isBusy() || tool === null) return;
    canvas.setState({ preview: null });
    if (!isOver(event)) {
      session.getState().setTool({ kind: 'select' });
      return;
    }
    const { left, top } = surface.getBoundingClientRect();
    const at = toCanvas(session.getState().viewport, { left: event.clientX - left, top: event.clientY - top });
    const box = boxAround(at, tool.element);
    bench.report(placeElement(room, session, { element: tool.element, type: tool.type, box }));
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
}
