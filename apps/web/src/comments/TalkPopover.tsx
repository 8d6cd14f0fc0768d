/** What is open over the drawing: one conversation, a new one, or those that stand at one place. On small screens a sheet. */
import type { CanvasPoint, CommentAnchor, CommentThread } from '@strideboard/model';
import { comments as words, say } from '@strideboard/words';
import { ChevronLeft, List, X } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isNarrow } from '../session/is-narrow.ts';
import type { Talk } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { IconButton } from '../ui/Button.tsx';
import type { ThreadState } from './list-threads.ts';
import { NewThread } from './NewThread.tsx';
import styles from './TalkPopover.module.css';
import panelStyles from './ThreadPanel.module.css';
import { ThreadPanel } from './ThreadPanel.tsx';
import { ThreadRow } from './ThreadRow.tsx';
import type { CommentPeople } from './use-comment-people.ts';
import type { ThreadTargets } from './use-thread-targets.ts';

interface TalkPopoverProps {
  readonly talk: Talk;
  readonly threads: readonly ThreadState[];
  readonly people: CommentPeople;
  readonly targets: ThreadTargets;
  /** Conversations whose marks are shown as one with this one's; empty where it stands alone. */
  readonly around: readonly CommentThread[];
  /** Where an anchor is on the drawing; `null` when it is not on it. */
  readonly placeOf: (anchor: CommentAnchor) => CanvasPoint | null;
}

/** The popover; nothing while the list of conversations shows the same. */
export function TalkPopover(props: TalkPopoverProps) {
  const { talk, threads, placeOf } = props;
  const session = useSessionStore();
  const isListed = useSession(({ review }) => review === 'comments');
  const states = threads.filter(({ thread }) =>
    talk.kind === 'thread' ? thread.id === talk.id : talk.kind === 'several' && talk.ids.includes(thread.id),
  );
  const anchor = talk.kind === 'new' ? talk.anchor : (states[0]?.thread.anchor ?? null);
  const isOrphaned = talk.kind === 'thread' && states[0]?.thread.orphaned === true;
  const point = anchor === null || isOrphaned ? null : placeOf(anchor);
  const diagram = useSession((state) => state.diagram);
  const [begun] = useState(diagram);
  // Who goes to another diagram finds it again on coming back; what is not on the drawing at all is read in the list.
  const isNowhere = point === null && begun === diagram && (talk.kind === 'new' || states.length > 0);
  useEffect(() => {
    if (isNowhere && session.getState().review !== 'comments') session.getState().showReview('comments');
  }, [isNowhere, session]);
  if (isListed || point === null) return null;
  return <Popover {...props} states={states} point={point} />;
}

interface PopoverProps extends TalkPopoverProps {
  readonly states: readonly ThreadState[];
  readonly point: CanvasPoint;
}

function Popover({ talk, states, people, targets, point, around }: PopoverProps) {
  const session = useSessionStore();
  const labelId = useId();
  const box = useRef<HTMLDivElement>(null);
  const viewport = useSession((state) => state.viewport);
  const size = useSession((state) => state.canvasSize);
  const pinId = talk.kind === 'thread' ? talk.id : talk.kind === 'several' ? (talk.ids[0] ?? null) : null;
  useEffect(() => {
    if (isNarrow()) session.getState().setPanel('right', false);
    if (box.current?.contains(document.activeElement) !== true) box.current?.focus({ preventScroll: true });
  }, [session]);
  const close = (): void => {
    session.setState({ talk: null });
    const pin = pinId === null ? null : pinOf(around[0]?.id ?? pinId);
    (pin ?? document.querySelector<HTMLElement>('[data-surface]'))?.focus({ preventScroll: true });
  };
  const [state] = states;
  const label =
    talk.kind === 'several' ? say(words.several, { count: states.length }) : nameOf({ talk, state, targets });
  const end: ReactNode = (
    <>
      {talk.kind === 'thread' && around.length > 1 ? (
        <IconButton
          label={say(words.backTo, { count: around.length })}
          onClick={() => session.setState({ talk: { kind: 'several', ids: around.map(({ id }) => id) } })}
        >
          <ChevronLeft size={15} aria-hidden />
        </IconButton>
      ) : null}
      <IconButton label={words.openList} onClick={() => session.getState().showReview('comments')}>
        <List size={15} aria-hidden />
      </IconButton>
      <IconButton label={words.close} shortcut="Esc" onClick={close}>
        <X size={15} aria-hidden />
      </IconButton>
    </>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape leaves from wherever the focus is inside
    <div
      ref={box}
      role="dialog"
      aria-labelledby={labelId}
      tabIndex={-1}
      className={styles['popover']}
      style={placeStyle({
        left: point.x * viewport.zoom + viewport.x,
        top: point.y * viewport.zoom + viewport.y,
        size,
      })}
      data-testid="talk"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <span id={labelId} hidden>
        {label}
      </span>
      {talk.kind === 'new' ? (
        <NewThread anchor={talk.anchor} {...{ people, targets }}>
          {end}
        </NewThread>
      ) : talk.kind === 'thread' && state !== undefined ? (
        <ThreadPanel {...{ state, people, targets }}>{end}</ThreadPanel>
      ) : (
        <>
          <header className={panelStyles['head']}>
            <h3>{label}</h3>
            {end}
          </header>
          <ul className={styles['several']}>
            {states.map((one) => (
              <li key={one.thread.id}>
                <ThreadRow
                  state={one}
                  {...{ people, targets }}
                  isOpen={false}
                  onOpen={(id) => session.setState({ talk: { kind: 'thread', id } })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const pinOf = (id: string): HTMLElement | null => document.querySelector(`[data-pin="${CSS.escape(id)}"]`);

interface Named extends Pick<TalkPopoverProps, 'talk' | 'targets'> {
  readonly state: ThreadState | undefined;
}

const nameOf = ({ talk, state, targets }: Named): string =>
  talk.kind === 'new'
    ? say(words.newOn, { target: targets.name(talk.anchor) })
    : say(words.on, { target: targets.name(state?.thread.anchor ?? null) });

const WIDTH = 336;
const EDGE = 8;
const PIN = 30;

/** Before the mark where there is room, so that what it is about stays in view, else behind; never beyond the drawing. */
function placeStyle(at: {
  readonly left: number;
  readonly top: number;
  readonly size: { readonly width: number; readonly height: number };
}): CSSProperties {
  const { width, height } = at.size;
  const before = at.left - PIN - EDGE - WIDTH;
  const left = Math.max(EDGE, Math.min(before >= EDGE ? before : at.left + EDGE, width - WIDTH - EDGE));
  const isUpper = at.top < height / 2;
  const inset = Math.max(EDGE, Math.min(isUpper ? at.top - PIN : height - at.top, height - 160));
  const style = {
    '--left': `${left}px`,
    '--room': `${height - inset - EDGE}px`,
    [isUpper ? '--top' : '--bottom']: `${inset}px`,
  };
  return style as CSSProperties; // custom properties are not in the type
}
