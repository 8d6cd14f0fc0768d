/** What was picked up on the palette and is still held: the canvas follows it and places it on release. */
import { boxAround, placeElement } from '../../room/place-element.ts';
import type { Bench } from '../bench.ts';
import { toCanvas } from '../view/viewport.ts';

/** Listens on the window until the signal ends. */
export function watchHeld(bench: Bench, surface: HTMLElement, isBusy: () => boolean, signal: AbortSignal): void {
  const { session, canvas, room } = bench;
  const isOver = ({ clientX, clientY }: PointerEvent): boolean =>
    surface.parentElement?.contains(document.elementFromPoint(clientX, clientY)) === true;
  const onMove = (event: PointerEvent): void => {
    const { tool } = session.getState();
    if (isBusy() || tool.kind !== 'place' || tool.held !== true || isOver(event)) return;
    canvas.setState({ preview: null });
  };
  const onUp = (event: PointerEvent): void => {
    const { tool, viewport } = session.getState();
    if (isBusy() || tool.kind !== 'place' || tool.held !== true) return;
    canvas.setState({ preview: null });
    if (!isOver(event)) {
      session.getState().setTool({ kind: 'select' });
      return;
    }
    const { left, top } = surface.getBoundingClientRect();
    const at = toCanvas(viewport, { left: event.clientX - left, top: event.clientY - top });
    const box = boxAround(at, tool.element);
    bench.report(placeElement(room, session, { element: tool.element, type: tool.type, box }));
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
}
