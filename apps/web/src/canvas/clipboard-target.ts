/** Whether a clipboard event is meant for the diagram: it happens there or nowhere, and nobody is typing. */
import { isModalOpen } from '../ui/modal-open.ts';

/** `surface` is the element that takes pointer and keyboard of the canvas; `null` before it is there. */
export const isForCanvas = (target: EventTarget | null, surface: HTMLElement | null): boolean =>
  !isModalOpen() &&
  (target === document.body ||
    (surface !== null && target instanceof Node && surface.contains(target) && !isField(target)));

const isField = (target: Node): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, input'));
