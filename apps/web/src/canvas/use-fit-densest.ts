/**
 * Fits into view what can be seen together of a diagram that is too large for the smallest zoom, and says what was left out. A small screen
 * opens on a part whose names can be read.
 */
import { centreOf, unionOf } from '@strideboard/model';
import { reach as words, say } from '@strideboard/words';
import { useEffect } from 'react';
import type { Bench } from './bench.ts';
import { fitsWhole, partByDensity } from './view/densest.ts';
import { centreOn, fitTo, MIN_ZOOM } from './view/viewport.ts';

/** Screens up to this width open on a readable part, px. */
const SMALL_SCREEN_PX = 640;
/** Below this zoom no name can be read there, and at this one they can. */
const UNREADABLE_ZOOM = 0.3;
const READABLE_ZOOM = 0.5;

/** While mounted, a view of the whole that shows nothing but the emptiness in between gives way to one of the densest part. */
export function useFitDensest(bench: Bench): void {
  useEffect(() => {
    const { session, scenes } = bench;
    let isFirst = true;
    const check = (): void => {
      const { viewport, canvasSize, following } = session.getState();
      const { bounds } = scenes.scene();
      if (following !== null || bounds === null || canvasSize.width === 0) return;
      const isOpening = isFirst && innerWidth <= SMALL_SCREEN_PX && viewport.zoom < UNREADABLE_ZOOM;
      isFirst = false;
      const isTooLarge = viewport.zoom <= MIN_ZOOM && !fitsWhole(bounds, canvasSize);
      if (!isOpening && !isTooLarge) return;
      // Exactly the view of the whole: nobody comes there by hand.
      const whole = fitTo(bounds, canvasSize);
      if (whole.x !== viewport.x || whole.y !== viewport.y) return;
      if (isOpening) openReadable(bench);
      else fitDensest(bench);
    };
    check();
    return session.subscribe((now, before) => {
      if (now.viewport !== before.viewport) check();
    });
  }, [bench]);
}

/** The densest part that fits at a zoom at which names can be read. Nothing is said: "Fit" shows the whole as ever. */
function openReadable({ session, scenes }: Bench): void {
  const { canvasSize } = session.getState();
  const box = unionOf(partByDensity(scenes.scene().elements, canvasSize, READABLE_ZOOM).near.map((item) => item.box));
  if (box === null) return;
  const view = fitTo(box, canvasSize);
  const isReadable = view.zoom >= UNREADABLE_ZOOM;
  session
    .getState()
    .setViewport(isReadable ? view : centreOn({ ...view, zoom: READABLE_ZOOM }, centreOf(box), canvasSize));
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
