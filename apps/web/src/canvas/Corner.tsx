/** The lower corner of the canvas: the miniature and the zoom. */
import { Minimap } from './Minimap.tsx';
import { ZoomControl } from './ZoomControl.tsx';

/** Fetched after the diagram, which comes first. */
export function Corner() {
  return (
    <>
      <Minimap />
      <ZoomControl />
    </>
  );
}
