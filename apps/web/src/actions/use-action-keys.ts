/** The keyboard of the action list: the first possible action whose shortcut is pressed is done. */
import { useEffect, useEffectEvent } from 'react';
import { type Action, isPossible, listActions, useActionRegistry } from '../session/action-registry.ts';
import { isPressed, isSingleKey, type KeyPress } from '../session/shortcut.ts';
import { useSessionStore } from '../session/use-session.ts';
import { isModalOpen } from '../ui/modal-open.ts';
import { isOnControl, isTyping } from '../ui/typing-target.ts';

/** Listens while the board is open. */
export function useActionKeys(): void {
  const registry = useActionRegistry();
  const session = useSessionStore();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isModalOpen()) return;
    const { singleKeys } = session.getState();
    const action = actionFor(listActions(registry.getState()), event, {
      singleKeys,
      isTyping: isTyping(event.target),
      isOnControl: isOnControl(event.target),
    });
    if (action === null) return;
    event.preventDefault();
    action.run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

interface Situation {
  readonly singleKeys: boolean;
  readonly isTyping: boolean;
  /** The focus is on a control that has uses of its own for single keys. */
  readonly isOnControl: boolean;
}

/** The action a press asks for; `null` for none. */
export function actionFor(actions: readonly Action[], press: KeyPress, situation: Situation): Action | null {
  const { singleKeys, isTyping: typing, isOnControl: onControl } = situation;
  for (const action of actions) {
    if (action.hasOwnKeys === true || (typing && action.actsWhileTyping !== true)) continue;
    for (const shortcut of action.shortcuts ?? []) {
      if (isSingleKey(shortcut) && (!singleKeys || typing || onControl)) continue;
      if (isPressed(shortcut, press) && isPossible(action)) return action;
    }
  }
  return null;
}
