/** Ctrl/Cmd+Z, Ctrl/Cmd+Shift+Z and Ctrl+Y, except while a text field has its own undo. */
import { useEffect, useEffectEvent } from 'react';
import { isModalOpen } from '../ui/modal-open.ts';
import { useHistoryActions } from './use-history-actions.ts';

/** Listens while the board is open. */
export function useHistoryKeys(): void {
  const actions = useHistoryActions();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target) || isModalOpen()) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) actions.redo();
    else actions.undo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

/** Whether typing goes into this target. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')
  );
}
