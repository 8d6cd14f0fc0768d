/** The running workshop: phase, agenda, timer and what is expected of me now. */
export function WorkshopPart() {
  return null;
}
