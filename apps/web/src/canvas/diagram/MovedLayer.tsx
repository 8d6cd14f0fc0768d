/** The layer in which the diagram lies in its own coordinates. It follows the view without rendering anything. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useBench } from '../bench.ts';
import { createLayerMover } from './layer-mover.ts';
import styles from './Diagram.module.css';

/** Everything that moves and grows with the view. */
export function MovedLayer({ children }: { readonly children: ReactNode }) {
  const { session } = useBench();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ref.current === null) return undefined;
    const mover = createLayerMover(ref.current.style);
    const place = (): void => mover.place(session.getState().viewport, devicePixelRatio);
    place();
    const stop = session.subscribe(place);
    return () => {
      stop();
      mover.dispose();
    };
  }, [session]);
  return (
    <div ref={ref} className={styles['layer']} data-testid="diagram-layer">
      {children}
    </div>
  );
}
