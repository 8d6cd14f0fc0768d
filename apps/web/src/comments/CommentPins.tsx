/** Marks of conversations on the drawing, and the one that is open beside its mark. */
import { comments as words, say } from '@strideboard/words';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { CommentPin } from './CommentPin.tsx';
import styles from './CommentPins.module.css';
import { clusterPins } from './place-pins.ts';
import { TalkPopover } from './TalkPopover.tsx';
import { useCommentAction } from './use-comment-action.ts';
import { useTalk } from './use-commenting.ts';
import { usePinned } from './use-pinned.ts';
import { useThreadTargets } from './use-thread-targets.ts';
import { useThreads } from './use-threads.ts';

const NEXT: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The layer: one stop of the keyboard for all marks in view. */
export function CommentPins() {
  const layer = useRef<HTMLDivElement>(null);
  const { threads, people } = useThreads();
  const targets = useThreadTargets();
  const session = useSessionStore();
  const talk = useTalk();
  const openId = talk?.kind === 'thread' ? talk.id : null;
  const { pinned, placeOf } = usePinned(threads, openId);
  const viewport = useSession((state) => state.viewport);
  const size = useSession((state) => state.canvasSize);
  const clusters = useMemo(() => clusterPins(pinned, { viewport, size }), [pinned, viewport, size]);
  const unread = useMemo(() => new Map(threads.map((state) => [state.thread.id, state.unread])), [threads]);
  const [stop, setStop] = useState<string | null>(null);
  useCommentAction(layer);
  useWheelThrough(layer);
  const first = clusters.some(({ id }) => id === stop) ? stop : (clusters[0]?.id ?? null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const by = NEXT[event.key];
    const pins = [...(layer.current?.querySelectorAll<HTMLElement>('[data-pin]') ?? [])];
    const at = pins.findIndex((pin) => pin === event.target);
    if (event.key === 'Escape' && at !== -1) document.querySelector<HTMLElement>('[data-surface]')?.focus();
    else if (by === undefined || at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    else pins[(at + by + pins.length) % pins.length]?.focus({ preventScroll: true });
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={layer} className={styles['layer']}>
      {clusters.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveElementInteractions: arrow keys go from one button inside to the next
        <div
          role="toolbar"
          aria-label={say(words.pins, { count: clusters.length })}
          className={styles['pins']}
          onKeyDown={onKeyDown}
        >
          {clusters.map((cluster) => (
            <CommentPin
              key={cluster.id}
              {...{ cluster, people, targets }}
              unread={cluster.threads.reduce((sum, { id }) => sum + (unread.get(id) ?? 0), 0)}
              isOpen={cluster.threads.some(({ id }) => id === openId)}
              isStop={cluster.id === first}
              onFocus={() => setStop(cluster.id)}
              onOpen={() =>
                session.setState({
                  talk:
                    cluster.threads.length === 1
                      ? { kind: 'thread', id: cluster.id }
                      : { kind: 'several', ids: cluster.threads.map(({ id }) => id) },
                })
              }
            />
          ))}
        </div>
      )}
      {talk === null ? null : (
        <TalkPopover key={JSON.stringify(talk)} {...{ talk, threads, people, targets, placeOf }} />
      )}
    </div>
  );
}

/** A wheel over a mark turns the view like anywhere else on the drawing. */
function useWheelThrough(layer: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = layer;
    if (current === null) return undefined;
    const pass = (event: WheelEvent): void => {
      if (!(event.target instanceof Element) || event.target.closest('[data-pin]') === null) return;
      event.preventDefault();
      current.parentElement?.querySelector('[data-surface]')?.dispatchEvent(new WheelEvent('wheel', event));
    };
    current.addEventListener('wheel', pass, { passive: false });
    return () => current.removeEventListener('wheel', pass);
  }, [layer]);
}
