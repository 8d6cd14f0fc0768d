/** Text that has to be short, cut between characters. */

/** At most so many UTF-16 code units, with an ellipsis where something was cut; line breaks as they are. */
export function cutText(text: string, limit: number): string {
  const whole = text.trim();
  if (whole.length <= limit) return whole;
  const cut = whole.slice(0, limit - 1);
  // Half of a pair is no character.
  return `${/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
}
