/** The layer in which the diagram lies in its own coordinates. It follows the view without rendering anything. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useBench } from '../bench.ts';
import styles from './Diagram.module.css';

/** Everything that moves and grows with the view. */
export function MovedLayer({ children }: { readonly children: ReactNode }) {
  const { session } = useBench();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let placed: unknown = null;
    const place = (): void => {
      const { viewport } = session.getState();
      if (ref.current === null || viewport === placed) return;
      placed = viewport;
      ref.current.style.transform = `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.zoom})`;
    };
    place();
    return session.subscribe(place);
  }, [session]);
  return (
    <div ref={ref} className={styles['layer']} data-testid="diagram-layer">
      {children}
    </div>
  );
}
