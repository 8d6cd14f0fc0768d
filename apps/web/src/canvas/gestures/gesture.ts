/** The contract of pointer gestures. A gesture lives from pointer down to pointer up; until its end it writes nothing. */
import type { CanvasPoint } from '@strideboard/model';
import type { ScreenPoint } from '../view/viewport.ts';

/** Where the pointer is and which keys are held. */
export interface Pointer {
  readonly screen: ScreenPoint;
  readonly canvas: CanvasPoint;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly control: boolean;
  readonly alt: boolean;
  /** A finger, which is less steady than a mouse and has no wheel to move the view. */
  readonly isFinger?: boolean;
}

/** One gesture in progress. */
export interface Gesture {
  /** Follows the pointer. Returns the gesture that goes on: itself, or the one it turned out to be. */
  move(pointer: Pointer): Gesture;
  /** The pointer was let go: commits. */
  end(pointer: Pointer): void;
  /** Escape, or the browser took the pointer away: leaves no trace. */
  cancel(): void;
  /** Whether the view moves along when the pointer comes near its edge. */
  readonly pansAtEdge?: boolean;
}

/** Movement below this is a click with an unsteady hand, px on screen. */
const CLICK_SLACK_PX = 4;
/** The same for a finger; as long as it is within, it may still be a long press. */
export const FINGER_SLACK_PX = 10;

/** Whether the pointer went far enough from where it was pressed to mean a drag. */
export const isDragged = (from: Pointer, to: Pointer): boolean =>
  Math.hypot(to.screen.left - from.screen.left, to.screen.top - from.screen.top) >
  (from.isFinger === true ? FINGER_SLACK_PX : CLICK_SLACK_PX);

/** A gesture that does nothing any more. */
export const IDLE: Gesture = { move: () => IDLE, end: () => undefined, cancel: () => undefined };
