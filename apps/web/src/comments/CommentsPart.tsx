/** The actions of comments. */
export function CommentsPart() {
  return null;
}
