/** Trails of laser pointers on the canvas. */
export function LaserLayer() {
  return null;
}
