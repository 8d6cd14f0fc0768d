/** Marks of conversations on the drawing, and the one that is open beside its mark. */
import { comments as words, say } from '@strideboard/words';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { CommentPin } from './CommentPin.tsx';
import styles from './CommentPins.module.css';
import type { ThreadState } from './list-threads.ts';
import { clusterPins, PIN_TILE, type PinCluster, pinsNear } from './place-pins.ts';
import { TalkPopover } from './TalkPopover.tsx';
import type { CommentPeople } from './use-comment-people.ts';
import { useCommentAction } from './use-comment-action.ts';
import { useTalk } from './use-commenting.ts';
import { usePinned } from './use-pinned.ts';
import { type ThreadTargets, useThreadTargets } from './use-thread-targets.ts';
import { useThreads } from './use-threads.ts';

const NEXT: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The layer: one stop of the keyboard for all marks in view. */
export function CommentPins() {
  const layer = useRef<HTMLDivElement>(null);
  const { threads, people } = useThreads();
  const targets = useThreadTargets();
  const talk = useTalk();
  const openId = talk?.kind === 'thread' ? talk.id : null;
  const { pinned, placeOf } = usePinned(threads, openId);
  const zoom = useSession(({ viewport }) => viewport.zoom);
  const clusters = useMemo(() => clusterPins(pinned, zoom), [pinned, zoom]);
  const around = clusters.find(
    (cluster) => cluster.threads.length > 1 && cluster.threads.some(({ id }) => id === openId),
  );
  useCommentAction(layer);
  useWheelThrough(layer);
  return (
    <div ref={layer} className={styles['layer']}>
      <Pins {...{ clusters, threads, people, targets, openId }} />
      {talk === null ? null : (
        <TalkPopover
          key={JSON.stringify(talk)}
          {...{ talk, threads, people, targets, placeOf }}
          around={around?.threads ?? []}
        />
      )}
    </div>
  );
}

interface PinsProps {
  readonly clusters: readonly PinCluster[];
  readonly threads: readonly ThreadState[];
  readonly people: CommentPeople;
  readonly targets: ThreadTargets;
  readonly openId: string | null;
}

/** The marks near the view; moving the view moves all of them together. */
function Pins({ clusters, threads, people, targets, openId }: PinsProps) {
  const session = useSessionStore();
  const x = useSession(({ viewport }) => Math.round(viewport.x / PIN_TILE));
  const y = useSession(({ viewport }) => Math.round(viewport.y / PIN_TILE));
  const size = useSession((state) => state.canvasSize);
  const shown = useMemo(() => pinsNear(clusters, { x, y }, size), [clusters, x, y, size]);
  const unread = useMemo(() => new Map(threads.map((state) => [state.thread.id, state.unread])), [threads]);
  const [stop, setStop] = useState<string | null>(null);
  const open = useCallback(
    ({ id, threads: here }: PinCluster) =>
      session.setState({
        talk: here.length === 1 ? { kind: 'thread', id } : { kind: 'several', ids: here.map((thread) => thread.id) },
      }),
    [session],
  );
  const first = shown.some(({ id }) => id === stop) ? stop : (shown[0]?.id ?? null);
  if (shown.length === 0) return null;
  return (
    <Moving count={shown.length}>
      {shown.map((cluster) => (
        <CommentPin
          key={cluster.id}
          {...{ cluster, people, targets }}
          unread={cluster.threads.reduce((sum, { id }) => sum + (unread.get(id) ?? 0), 0)}
          isOpen={cluster.threads.some(({ id }) => id === openId)}
          isStop={cluster.id === first}
          onFocus={setStop}
          onOpen={open}
        />
      ))}
    </Moving>
  );
}

/** What moves with the view. */
function Moving({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const x = useSession(({ viewport }) => viewport.x);
  const y = useSession(({ viewport }) => viewport.y);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = NEXT[event.key];
    const pins = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-pin]')];
    const at = pins.findIndex((pin) => pin === event.target);
    if (event.key === 'Escape' && at !== -1) document.querySelector<HTMLElement>('[data-surface]')?.focus();
    else if (by === undefined || at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    else pins[(at + by + pins.length) % pins.length]?.focus({ preventScroll: true });
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: arrow keys go from one button inside to the next
    <div
      role="toolbar"
      aria-label={say(words.pins, { count })}
      className={styles['pins']}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      onKeyDown={onKeyDown}
    >
      {children}
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
