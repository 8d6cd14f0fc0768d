/** Where the keyboard has uses of its own, so that keys of the board are left alone. */

/** Whether text is typed there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'));

/** Whether it is a control that has uses of its own for single keys. */
export const isOnControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role=menu], [role=listbox], [role=tree], [role=grid]') !== null;
