/** The keyboard on the canvas: acts while the focus is on the diagram or nowhere, never while someone types. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { isModalOpen } from '../ui/modal-open.ts';
import type { Bench } from './bench.ts';
import type * as KeyActs from './key-acts.ts';
import type { PointerControl } from './gestures/pointer-control.ts';
import { readKey } from './keys.ts';
import { persistently } from '../session/lazy-part.ts';
import type { Viewport } from '../session/session-store.ts';

type Acts = typeof KeyActs;
let acts: Acts | null = null;

/** Does what a key asks for: at once when the code is here, else as soon as it is, in the order of the presses. */
function act(...what: Parameters<Acts['act']>): void {
  if (acts === null) void loading().then((loaded) => loaded.act(...what));
  else acts.act(...what);
}

async function loading(): Promise<Acts> {
  acts = await persistently(() => import('./key-acts.ts'));
  return acts;
}

/** Listens while the canvas is open. */
export function useCanvasKeys(bench: Bench, surface: HTMLElement | null, control: PointerControl | null): void {
  /** The view when Space went down. */
  const tap = useRef<Viewport | null>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === ' ' && isOnCanvas(event.target, surface)) {
      event.preventDefault();
      tap.current = event.repeat ? null : bench.session.getState().viewport;
      control?.setSpace(true);
      return;
    }
    const intent = readKey(event);
    if (intent === null || (intent.kind === 'tool' && !bench.session.getState().singleKeys)) return;
    const isEscape = intent.kind === 'escape';
    if (!(isEscape ? mayEscape(event.target, surface) : isOnCanvas(event.target, surface))) return;
    event.preventDefault();
    act(bench, intent, control);
  });
  const onKeyUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    control?.setSpace(false);
    // Held or used to move the view it was no tap.
    const isTap = tap.current !== null && tap.current === bench.session.getState().viewport;
    tap.current = null;
    if (isTap && isOnCanvas(event.target, surface)) act(bench, { kind: 'toggle' }, control);
  });
  useEffect(() => {
    void loading();
    const down = (event: KeyboardEvent): void => onKeyDown(event);
    const up = (event: KeyboardEvent): void => onKeyUp(event);
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
    };
  }, []);
}

const isOnCanvas = (target: EventTarget | null, surface: HTMLElement | null): boolean =>
  (target === document.body && !isModalOpen()) || (surface !== null && target === surface);

/** Escape also ends a tool that was picked up on the palette or the toolbar, where the focus then is. */
const mayEscape = (target: EventTarget | null, surface: HTMLElement | null): boolean =>
  isOnCanvas(target, surface) || (target instanceof HTMLElement && target.closest('button') !== null && !isModalOpen());
