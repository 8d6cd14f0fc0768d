/** "Play the numbers": steps through the numbered flows of the diagram, shows each with its two ends and says it. */
import { actions, say } from '@strideboard/words';
import { ChevronLeft, ChevronRight, Pause, Play, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Flow, FlowId } from '@strideboard/model';
import { screenBox } from '../overlay/screen-box.ts';
import { stopFollowingPeer } from '../../room/following.ts';
import { useModel, useRoom } from '../../room/use-room.ts';
import { useSceneSlice } from '../../room/use-scene.ts';
import { useSession, useSessionStore } from '../../session/use-session.ts';
import { useWords } from '../../session/words.ts';
import { IconButton } from '../../ui/Button.tsx';
import styles from './WalkBar.module.css';
import { stepAt, walkSteps } from './walk-steps.ts';

/** How long each step stays while it plays by itself, ms. */
const STEP_MS = 4_000;

/** The bar under the diagram and the rings around both ends; ends when no numbered flow is left. */
export function WalkBar() {
  const room = useRoom();
  const session = useSessionStore();
  const { common } = useWords();
  const words = actions.walk;
  const drawn = useSceneSlice(({ flowById }) => flowById);
  const flows = useModel((model) => model.flows);
  const at = useSession((state) => state.walkStep);
  const [lastIndex, setLastIndex] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const steps = walkSteps(flows, drawn);
  const index = at === null ? (steps.length === 0 ? null : 0) : stepAt(steps, at.flow as FlowId, lastIndex); // only looked up
  const step = index === null ? undefined : steps[index];
  const end = (): void => {
    if (at?.mirrored === true) stopFollowingPeer(room, session);
    session.getState().setWalking(false);
    document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  const go = (to: number): void => {
    const next = steps[Math.max(0, Math.min(steps.length - 1, to))];
    if (next === undefined) return;
    // Who steps by themselves goes their own way.
    if (at?.mirrored === true) stopFollowingPeer(room, session);
    setLastIndex(steps.indexOf(next));
    session.setState({ walkStep: { flow: next.id, mirrored: false } });
    session.getState().show([next.id]);
  };
  const begin = useEffectEvent(() => {
    // Along with somebody the keyboard stays where it is, and the view is theirs.
    if (session.getState().walkStep?.mirrored === true) return;
    bar.current?.focus();
    if (step === undefined) {
      session.getState().tell({ text: words.none });
      session.getState().setWalking(false);
    } else {
      session.setState({ walkStep: { flow: step.id, mirrored: false } });
      session.getState().show([step.id]);
    }
  });
  useEffect(() => begin(), []);
  const forward = useEffectEvent(() => {
    if (index === null || index >= steps.length - 1 || at?.mirrored === true) setPlaying(false);
    else go(index + 1);
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => forward(), STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
  if (step === undefined || index === null) return null;
  const nameOf = (id: Flow['source']): string => {
    const element = room.index().elements.get(id);
    return element?.label || (element === undefined ? '' : (room.pack.typeLabel(element.type) ?? common.unnamed));
  };
  const isFirst = index === 0;
  const isLast = index === steps.length - 1;
  return (
    <>
      <Ends source={step.source} target={step.target} />
      <div
        ref={bar}
        className={styles['bar']}
        role="toolbar"
        tabIndex={-1}
        aria-label={words.bar}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' || event.key === 'ArrowDown') go(index + 1);
          else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') go(index - 1);
          else if (event.key === 'Home') go(0);
          else if (event.key === 'End') go(steps.length - 1);
          else if (event.key === 'Escape') end();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <IconButton label={words.previous} aria-disabled={isFirst} onClick={() => go(index - 1)}>
          <ChevronLeft size={17} aria-hidden />
        </IconButton>
        <IconButton
          label={isPlaying ? words.pause : words.play}
          onClick={() => {
            if (!isPlaying && isLast) go(0);
            setPlaying(!isPlaying);
          }}
        >
          {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </IconButton>
        <IconButton label={words.next} aria-disabled={isLast} onClick={() => go(index + 1)}>
          <ChevronRight size={17} aria-hidden />
        </IconButton>
        <p className={styles['step']} role="status">
          <span className={styles['number']}>{step.order}</span>
          <span className={styles['text']}>
            <bdi>{step.label || words.unnamed}</bdi>
            <span className={styles['ends']}>
              {say(step.direction === 'two' ? words.both : words.way, {
                source: nameOf(step.source),
                target: nameOf(step.target),
              })}
            </span>
          </span>
          <span className={styles['count']}>{say(words.count, { at: index + 1, of: steps.length })}</span>
        </p>
        <IconButton label={words.end} onClick={end}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
    </>
  );
}

function Ends({ source, target }: Pick<Flow, 'source' | 'target'>) {
  const viewport = useSession((state) => state.viewport);
  const boxes = useSceneSlice(({ elementById }) => elementById);
  const ends = [...new Set([source, target])].flatMap((id) => boxes.get(id)?.box ?? []);
  return (
    <div className={styles['rings']} aria-hidden="true">
      {ends.map((box) => (
        <div key={`${box.x} ${box.y}`} className={styles['ring']} style={screenBox(viewport, box)} />
      ))}
    </div>
  );
}
