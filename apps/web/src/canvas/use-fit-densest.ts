/** Fits into view what can be seen together of a diagram that is too large for the smallest zoom, and says what was left out. */
import { unionOf } from '@strideboard/model';
import { reach as words, say } from '@strideboard/words';
import { useEffect } from 'react';
import type { Bench } from './bench.ts';
import { fitsWhole, partByDensity } from './view/densest.ts';
import { fitTo, MIN_ZOOM } from './view/viewport.ts';

/** While mounted, a view of the whole that shows nothing but the emptiness in between gives way to one of the densest part. */
export function useFitDensest(bench: Bench): void {
  useEffect(() => {
    const { session, scenes } = bench;
    const check = (): void => {
      const { viewport, canvasSize, following } = session.getState();
      const { bounds } = scenes.scene();
      if (viewport.zoom > MIN_ZOOM || following !== null || bounds === null || fitsWhole(bounds, canvasSize)) return;
      // Exactly the view of the whole: nobody comes there by hand.
      const whole = fitTo(bounds, canvasSize);
      if (whole.x === viewport.x && whole.y === viewport.y) fitDensest(bench);
    };
    check();
    return session.subscribe((now, before) => {
      if (now.viewport !== before.viewport) check();
    });
  }, [bench]);
}

function fitDensest({ session, scenes }: Bench): void {
  const { canvasSize, viewport } = session.getState();
  const { near, far } = partByDensity(scenes.scene().elements, canvasSize);
  const box = unionOf(near.map((element) => element.box));
  if (box === null) return;
  const view = fitTo(box, canvasSize);
  // One thing alone that is too large for any view: there is no better one.
  if (view.x === viewport.x && view.y === viewport.y) return;
  session.getState().setViewport(view);
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
