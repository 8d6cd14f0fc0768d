// The fixed list of participant colours: white text on each has a contrast of at least 4.5:1 (WCAG 2.2, success criterion 1.4.3).

/** Colours for cursors, name flags and avatars, as CSS hex; neighbours in the list are far apart in hue. */
export const PARTICIPANT_COLOURS = Object.freeze([
  '#2b5fc7',
  '#b4451f',
  '#00706a',
  '#9b2d86',
  '#3e7121',
  '#6b46b8',
  '#a8323e',
  '#00698f',
  '#80600a',
  '#5a6270',
] as const);

/** One of the participant colours. */
export type ParticipantColour = (typeof PARTICIPANT_COLOURS)[number];

/** Whether a value is one of the participant colours. */
export function isParticipantColour(value: unknown): value is ParticipantColour {
  return typeof value === 'string' && (PARTICIPANT_COLOURS as readonly string[]).includes(value); // widening for the look-up only
}
