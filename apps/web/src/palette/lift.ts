/** When a press on a thing of the palette becomes a drag of it. */

/** Movement below this is a click, px. */
const CLICK_SLACK_PX = 5;
/** The same for a finger, which is less steady. */
const FINGER_SLACK_PX = 10;

/** Whether a press that went this far lifts the thing. A finger or pen lifts it sideways: up and down scrolls the palette. */
export function isLifted({ dx, dy }: { readonly dx: number; readonly dy: number }, pointerType: string): boolean {
  if (pointerType === 'mouse') return Math.hypot(dx, dy) >= CLICK_SLACK_PX;
  return Math.abs(dx) >= FINGER_SLACK_PX && Math.abs(dx) > Math.abs(dy);
}
