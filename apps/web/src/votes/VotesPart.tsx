/** What goes on with dots whatever is in view: they are published when their ballot closes. */
export function VotesPart() {
  return null;
}
