/**
 * Stands in the built page for d3-transition, which React Flow's pan and zoom imports but never runs here: our gestures set the viewport
 * themselves and no change of it is handed a duration. All that is left of it is that there is nothing to interrupt.
 */
import { selection } from 'd3-selection';

Object.defineProperty(selection.prototype, 'interrupt', {
  value(this: unknown): unknown {
    return this;
  },
});

/** Ends the transition of an element; there never is one. */
export function interrupt(): void {
  // Nothing runs.
}
