/** Drawing a boundary corner by corner, or by hand: a layer that takes the pointer while that tool is in the hand. */
import type { CanvasPoint } from '@strideboard/model';
import { type PointerEvent, useEffect, useEffectEvent, useState } from 'react';
import { placeElement } from '../../room/place-element.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench } from '../bench.ts';
import { snapPoint } from '../view/grid-snap.ts';
import { type Outline, outlineThrough, simplified } from '../view/outline.ts';
import { toCanvas, toScreen } from '../view/viewport.ts';
import styles from './OutlineTool.module.css';

/** A press this near to the first or last corner ends the outline, px on screen. */
const END_REACH_PX = 12;
/** Movement below this is a click with an unsteady hand, px on screen. */
const CLICK_SLACK_PX = 4;
/** How far a way drawn by hand may lie from the corners kept of it, px on screen. */
const HAND_TOLERANCE_PX = 8;
/** Smaller than this in both directions nothing was drawn, px. */
const SMALLEST_DRAWN = 30;

interface OutlineToolProps {
  readonly form: Outline['shape']['kind'];
  /** Id of a boundary kind; `''` for none. */
  readonly type: string;
}

/** The layer. Its corners live here alone until the outline is ended, which is one command. */
export function OutlineTool({ form, type }: OutlineToolProps) {
  const bench = useBench();
  const { room, session, report } = bench;
  const viewport = useSession((state) => state.viewport);
  const [corners, setCorners] = useState<readonly CanvasPoint[]>([]);
  const [at, setAt] = useState<CanvasPoint | null>(null);
  /** The way of the press that goes on. */
  const [hand, setHand] = useState<readonly CanvasPoint[] | null>(null);
  const least = form === 'poly' ? 3 : 2;

  const finish = (through: readonly CanvasPoint[], curve: Outline['shape']['curve']): void => {
    setCorners([]);
    setHand(null);
    const outline = outlineThrough(through, { kind: form, curve });
    const isLarge = Math.max(outline.box.width, outline.box.height) >= SMALLEST_DRAWN;
    if (through.length >= least && isLarge)
      report(placeElement(room, session, { element: 'boundary', type, ...outline }));
  };
  const isNear = (a: CanvasPoint | undefined, b: CanvasPoint): boolean =>
    a !== undefined && Math.hypot(a.x - b.x, a.y - b.y) * viewport.zoom <= END_REACH_PX;
  const press = (point: CanvasPoint): void => {
    const isEnd = isNear(form === 'poly' ? corners[0] : corners.at(-1), point);
    if (isEnd && corners.length >= least) finish(corners, form === 'line' ? 'smooth' : 'straight');
    else if (!isNear(corners.at(-1), point)) setCorners([...corners, snapPoint(point)]);
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, dialog') !== null;
    if (isTyping || corners.length === 0) return;
    if (event.key === 'Enter') finish(corners, form === 'line' ? 'smooth' : 'straight');
    else if (event.key === 'Backspace') setCorners(corners.slice(0, -1));
    else if (event.key === 'Escape') setCorners([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);

  const pointOf = (event: PointerEvent): CanvasPoint => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return toCanvas(viewport, { left: event.clientX - left, top: event.clientY - top });
  };
  const way = [...corners, ...(hand ?? (at === null ? [] : [snapPoint(at)]))];
  const text = way
    .map((point) => toScreen(viewport, point))
    .map(({ left, top }) => `${left},${top}`)
    .join(' ');
  return (
    <svg
      className={styles['layer']}
      aria-hidden="true"
      focusable="false"
      data-testid="outline-tool"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setHand([pointOf(event)]);
      }}
      onPointerMove={(event) => {
        const point = pointOf(event);
        if (hand !== null) setHand([...hand, point]);
        setAt(point);
      }}
      onPointerUp={(event) => {
        if (hand === null) return;
        setHand(null);
        const [first] = hand;
        const end = pointOf(event);
        const isClick =
          first === undefined || hand.every((point) => distance(point, first) * viewport.zoom <= CLICK_SLACK_PX);
        if (isClick) press(end);
        else finish([...corners, ...simplified(hand, HAND_TOLERANCE_PX / viewport.zoom)], 'smooth');
      }}
      onPointerCancel={() => setHand(null)}
    >
      <rect width="100%" height="100%" />
      {form === 'poly' && way.length > 2 ? <polygon points={text} /> : <polyline points={text} />}
      {corners.map((corner, index) => {
        const { left, top } = toScreen(viewport, corner);
        const ends = form === 'poly' ? index === 0 : index === corners.length - 1;
        return (
          <circle key={`${corner.x} ${corner.y}`} cx={left} cy={top} r={ends ? 6 : 4} data-end={ends || undefined} />
        );
      })}
    </svg>
  );
}

const distance = (a: CanvasPoint, b: CanvasPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
