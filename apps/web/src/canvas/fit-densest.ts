/** Fits into view what can be seen together of a diagram that is too large for the smallest zoom, and says what was left out. */
import { unionOf } from '@strideboard/model';
import { reach as words, say } from '@strideboard/words';
import type { Bench } from './bench.ts';
import { partByDensity } from './view/densest.ts';
import { fitTo } from './view/viewport.ts';

/** Changes the view, unless somebody has moved it since it was asked for or it belongs to the person who is followed. */
export function fitDensest({ session, scenes }: Bench): void {
  const { canvasSize, following } = session.getState();
  if (following !== null) return;
  const { near, far } = partByDensity(scenes.scene().elements, canvasSize);
  const box = unionOf(near.map((element) => element.box));
  if (box === null) return;
  session.getState().setViewport(fitTo(box, canvasSize));
  const [first] = far;
  if (first === undefined) return;
  session.getState().tell({
    text: say(words.far.text, { count: far.length }),
    action: {
      label: words.far.show,
      run: () => {
        // The first is brought into view; all of them are selected, to be moved back or deleted.
        session.getState().show([first.id]);
        session.getState().select(far.map(({ id }) => id));
      },
    },
  });
}
