/** The lower corner of the canvas: the miniature and the zoom; and what keeps the view on the diagram that is asked for. */
import { useBench } from './bench.ts';
import { Minimap } from './Minimap.tsx';
import { useDiagramView } from './use-diagram-view.ts';
import { ZoomControl } from './ZoomControl.tsx';

/** Fetched after the diagram, which comes first. */
export function Corner() {
  useDiagramView(useBench());
  return (
    <>
      <Minimap />
      <ZoomControl />
    </>
  );
}
