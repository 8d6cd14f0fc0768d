/** Brings what draws a crowded diagram, so that it is there before it is needed. Shows nothing. */
import { useEffect } from 'react';
import { useBench } from '../bench.ts';
import { createMounted } from './mounted.ts';
import { Underlay } from './Underlay.tsx';
import { useLargeHint } from './use-large-hint.ts';

/** Mounted while the canvas is open. */
export function BringUnderlay(): null {
  const { canvas } = useBench();
  useLargeHint();
  useEffect(() => {
    const mount = createMounted();
    canvas.setState({
      crowd: {
        mount,
        draw: (scene, { left, selected, marks }) => (
          <Underlay scene={scene} left={left} selected={selected} marks={marks} />
        ),
      },
    });
  }, [canvas]);
  return null;
}
