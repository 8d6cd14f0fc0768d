/**
 * Stands in the built page for d3-interpolate, of which React Flow's pan and zoom hands on these two and never runs them (transition.ts).
 * Were one run, it would be at its end at once.
 */
const atOnce =
  <Value>(_from: Value, to: Value) =>
  (): Value =>
    to;

export { atOnce as interpolate, atOnce as interpolateZoom };
