/** The ballot: my dots while it is open, the result once it is closed. */
export function VotesView() {
  return null;
}
