/** Selecting with a rubber band: elements it touches, boundaries and flows it wholly encloses. */
import { type Box, encloses, overlaps } from '@strideboard/model';
import type { Scene } from '@strideboard/render';
import type { Bench } from '../bench.ts';
import { boxBetween } from '../view/resize-box.ts';
import type { Gesture, Pointer } from './gesture.ts';

/** Starts a rubber band; Shift adds to the selection there was. */
export function marquee({ session, scenes, canvas }: Bench, start: Pointer): Gesture {
  const before = session.getState().selection;
  const stop = (): void => canvas.setState({ preview: null });
  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      const box = boxBetween(start.canvas, pointer.canvas);
      canvas.setState({ preview: { kind: 'marquee', box } });
      const caught = caughtBy(box, scenes.scene());
      session.getState().select(start.shift ? [...new Set([...before, ...caught])] : caught);
      return gesture;
    },
    end: stop,
    cancel() {
      stop();
      session.getState().select(before);
    },
  };
  return gesture;
}

/** Ids of what a band catches, elements first. */
export function caughtBy(box: Box, { elements, flows }: Pick<Scene, 'elements' | 'flows'>): readonly string[] {
  return [
    ...elements
      .filter(
        (element) =>
          !element.locked && (element.boundary === null ? overlaps(box, element.box) : encloses(box, element.box)),
      )
      .map(({ id }) => id),
    ...flows.filter((flow) => encloses(box, flow.bounds)).map(({ id }) => id),
  ];
}
