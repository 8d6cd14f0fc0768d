/** The cards of the present round: my own while everybody writes in silence, all of them after the reveal. */
export function CardsView() {
  return null;
}
