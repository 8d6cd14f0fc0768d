/** The part of the diagram that is shown right now, and how. */
import { useEffect } from 'react';
import { useBench, useCanvas } from '../bench.ts';
import { viewBox } from '../view/viewport.ts';
import { fits, type Region, regionFor } from './visible.ts';

/** Keeps the region in step with the view and with what is added or taken away. Panning inside the region renders nothing. `null` before the first layout. */
export function useRegion(): Region | null {
  const { session, canvas, scenes } = useBench();
  useEffect(() => {
    let counted = -1;
    const follow = (): void => {
      const { viewport, canvasSize } = session.getState();
      if (canvasSize.width === 0) return;
      const { region } = canvas.getState();
      const view = viewBox(viewport, canvasSize);
      const { elements, flows } = scenes.scene();
      const count = elements.length + flows.length;
      if (count === counted && region !== null && fits(region, view)) return;
      counted = count;
      const next = regionFor(region, view, scenes.grid());
      if (region === null || next.drawn !== region.drawn || !fits(region, view)) canvas.setState({ region: next });
    };
    follow();
    const stops = [session.subscribe(follow), scenes.subscribe(follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, canvas, scenes]);
  return useCanvas((state) => state.region);
}
