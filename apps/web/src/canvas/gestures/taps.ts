/** What fingers and pens mean by how they touch: a double tap, the hand that only rests on the screen. */

/** Two taps within this time and distance are one double tap, ms and px. */
const DOUBLE_MS = 300;
const DOUBLE_PX = 24;
/** A finger leaves a spot smaller than this in one direction at least; the side of a hand is long, px. */
const PALM_PX = 40;
const PALM_LENGTH_PX = 60;

interface Touch {
  readonly timeStamp: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Whether a hand rests on the screen, which is not meant. */
export const isPalm = ({
  pointerType,
  width,
  height,
}: Pick<PointerEvent, 'pointerType' | 'width' | 'height'>): boolean =>
  pointerType === 'touch' && (Math.min(width, height) > PALM_PX || Math.max(width, height) > PALM_LENGTH_PX);

/** Reads double taps, for browsers that send no double click for fingers. */
interface TapReader {
  down(touch: Touch): void;
  /** Whether what ends here is the second tap of two. */
  up(touch: Touch): boolean;
  /** What is going on is no tap. */
  forget(): void;
}

/** A reader of the taps on one surface. */
export function createTapReader(): TapReader {
  let pressed: Touch | null = null;
  let first: Touch | null = null;
  return {
    down(touch) {
      pressed = touch;
    },
    up(touch) {
      const isTap = pressed !== null && isClose(pressed, touch);
      const isSecond = isTap && first !== null && isClose(first, touch);
      first = isTap && !isSecond ? touch : null;
      pressed = null;
      return isSecond;
    },
    forget() {
      pressed = null;
      first = null;
    },
  };
}

const isClose = (one: Touch, other: Touch): boolean =>
  other.timeStamp - one.timeStamp <= DOUBLE_MS &&
  Math.hypot(other.clientX - one.clientX, other.clientY - one.clientY) <= DOUBLE_PX;
