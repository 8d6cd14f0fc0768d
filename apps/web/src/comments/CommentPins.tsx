/** Marks of conversations on the canvas. */
export function CommentPins() {
  return null;
}
