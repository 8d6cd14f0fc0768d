/** The keys of the laser pointer: L held points, L or Escape ends one that was switched on. Ends by itself where nobody may be shown. */
import { together } from '@strideboard/words';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { silentRound } from '../room/workshop/phases.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { isModalOpen } from '../ui/modal-open.ts';
import { isOnControl, isTyping } from '../ui/typing-target.ts';

const KEY = 'l';

/** Listens while mounted; gives the way to switch it on and off. */
export function useLaser(): () => void {
  const words = together.laser;
  const session = useSessionStore();
  const isSilent = useWorkshop((workshop) => silentRound(workshop) !== null);
  const end = useCallback((): void => {
    if (session.getState().laser !== null) session.setState({ laser: null });
  }, [session]);
  const toggle = useCallback((): void => {
    const now = session.getState();
    if (now.laser !== null) {
      session.setState({ laser: null });
      now.announce(words.off);
    } else if (isSilent) now.tell({ text: words.silent });
    else {
      session.setState({ laser: 'on' });
      now.announce(words.on);
    }
  }, [session, words, isSilent]);
  useEffect(() => {
    if (isSilent) end();
  }, [isSilent, end]);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { laser, singleKeys } = session.getState();
    if (event.key === 'Escape' && laser !== null) {
      event.preventDefault();
      event.stopPropagation();
      toggle();
      return;
    }
    const { key, repeat, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented } = event;
    if (key.toLowerCase() !== KEY || ctrlKey || metaKey || altKey || shiftKey || defaultPrevented) return;
    if (!singleKeys || isModalOpen() || isTyping(target) || isOnControl(target)) return;
    event.preventDefault();
    if (repeat) return;
    if (laser === 'on') toggle();
    else if (isSilent) toggle();
    else session.setState({ laser: 'held' });
  });
  const onKeyUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === KEY && session.getState().laser === 'held') end();
  });
  const onAway = useEffectEvent(() => {
    if (session.getState().laser === 'held') end();
  });
  useEffect(() => {
    const down = (event: KeyboardEvent): void => onKeyDown(event);
    const up = (event: KeyboardEvent): void => onKeyUp(event);
    const away = (): void => onAway();
    addEventListener('keydown', down, true);
    addEventListener('keyup', up);
    addEventListener('blur', away);
    return () => {
      removeEventListener('keydown', down, true);
      removeEventListener('keyup', up);
      removeEventListener('blur', away);
      end();
    };
  }, [end]);
  return toggle;
}
