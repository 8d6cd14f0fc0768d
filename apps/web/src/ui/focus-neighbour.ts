/** Keeps the keyboard in a list whose item is about to vanish. */

/** Moves the focus to the first button of the next item of the list, else of the one before. Does nothing outside a list. */
export function focusNeighbour(from: Element): void {
  const item = from.closest('li[data-card]');
  const near = item?.nextElementSibling ?? item?.previousElementSibling;
  near?.querySelector<HTMLElement>('button, select, input')?.focus({ preventScroll: true });
}
