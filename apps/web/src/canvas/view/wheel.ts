/** What a turn of the wheel means: a mouse wheel zooms at the pointer, two fingers on a trackpad pan, a pinch (Ctrl+wheel) zooms. */

/** The part of a wheel event that matters. `deltaMode` 0 = px, 1 = lines, 2 = pages. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** ms on any clock that runs steadily */
  readonly timeStamp: number;
}

/** Zoom by a factor, or pan by screen px. */
export type WheelIntent =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly left: number; readonly top: number };

const LINE_PX = 16;
const PAGE_PX = 400;
/** A mouse wheel turns in notches of at least this many whole px. */
const NOTCH_PX = 50;
/** Turns closer together than this come from the same device, ms. */
const SAME_DEVICE_MS = 250;
/** A notch of 100 px zooms by about a fifth. */
const WHEEL_ZOOM = 0.0019;
/** A pinch reports small steps. */
const PINCH_ZOOM = 0.01;
const STEP_LIMIT_PX = 120;

/** Tells mouse from trackpad and remembers which it was, since a fast swipe looks like a notch for a moment. */
export function createWheelReader(): (turn: WheelTurn) => WheelIntent {
  let last: { readonly isMouse: boolean; readonly at: number } | null = null;
  return (turn) => {
    const unit = turn.deltaMode === 1 ? LINE_PX : turn.deltaMode === 2 ? PAGE_PX : 1;
    const [x, y] = [turn.deltaX * unit, turn.deltaY * unit];
    const recent = last !== null && turn.timeStamp - last.at < SAME_DEVICE_MS ? last : null;
    // No mouse wheel turns both ways at once.
    const isDiagonal = turn.deltaX !== 0 && turn.deltaY !== 0;
    const isMouse = !isDiagonal && (recent?.isMouse ?? isNotch(turn));
    last = { isMouse, at: turn.timeStamp };
    if (turn.ctrlKey || turn.metaKey) {
      const speed = isNotch(turn) ? WHEEL_ZOOM : PINCH_ZOOM;
      return { kind: 'zoom', factor: Math.exp(-limited(y) * speed) };
    }
    if (turn.shiftKey && isMouse) return { kind: 'pan', left: -(x === 0 ? y : x), top: 0 };
    if (isMouse) return { kind: 'zoom', factor: Math.exp(-limited(y) * WHEEL_ZOOM) };
    return { kind: 'pan', left: -x, top: -y };
  };
}

const limited = (y: number): number => Math.min(STEP_LIMIT_PX, Math.max(-STEP_LIMIT_PX, y));

function isNotch({ deltaX, deltaY, deltaMode, shiftKey }: WheelTurn): boolean {
  if (deltaMode !== 0) return true;
  const along = shiftKey && deltaY === 0 ? deltaX : deltaY;
  const across = shiftKey && deltaY === 0 ? deltaY : deltaX;
  return across === 0 && Math.abs(along) >= NOTCH_PX && Number.isInteger(along);
}
