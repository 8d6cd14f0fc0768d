/** Moving the view with the pointer. */
import type { Bench } from '../bench.ts';
import { panBy } from '../view/viewport.ts';
import type { Gesture, Pointer } from './gesture.ts';

/** Starts moving the view; Escape puts it back. What a finger moved stays: a second finger goes on from there. */
export function pan({ session, canvas }: Bench, start: Pointer): Gesture {
  const { viewport } = session.getState();
  canvas.setState({ cursor: 'grabbing' });
  const gesture: Gesture = {
    move({ screen }) {
      const by = { left: screen.left - start.screen.left, top: screen.top - start.screen.top };
      session.getState().setViewport(panBy(viewport, by));
      return gesture;
    },
    end: () => canvas.setState({ cursor: 'default' }),
    cancel() {
      if (start.isFinger !== true) session.getState().setViewport(viewport);
      canvas.setState({ cursor: 'default' });
    },
  };
  return gesture;
}
