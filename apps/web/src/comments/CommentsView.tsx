/** All conversations of the board. */
export function CommentsView() {
  return null;
}
