/** The lower corner of the canvas: the miniature and the zoom; and what keeps the view where it is asked to be: on a diagram, with a person. */
import { useBench } from './bench.ts';
import { useFitDensest } from './use-fit-densest.ts';
import { Following } from './follow/Following.tsx';
import { Minimap } from './Minimap.tsx';
import { FrozenFlows } from './overlay/FrozenFlows.tsx';
import { useDiagramView } from './use-diagram-view.ts';
import { ZoomControl } from './ZoomControl.tsx';

/** Fetched after the diagram, which comes first. */
export function Corner() {
  const bench = useBench();
  useDiagramView(bench);
  useFitDensest(bench);
  return (
    <>
      <FrozenFlows />
      <Minimap />
      <ZoomControl />
      <Following />
    </>
  );
}
