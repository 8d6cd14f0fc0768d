/** What goes on with cards whatever is in view: they are published when their round is revealed. */
export function CardsPart() {
  return null;
}
