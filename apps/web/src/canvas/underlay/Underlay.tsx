/** The canvas on which a crowded diagram is drawn. For the eye alone: what is focused is in the page, and the outline says everything in words. */
import type { Scene } from '@strideboard/render';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import { useBench } from '../bench.ts';
import type { Mounted } from '../canvas-store.ts';
import { useThemeChange } from '../use-theme-change.ts';
import { createUnderlay, type Underlay as Painter } from './create-underlay.ts';
import styles from './Underlay.module.css';

interface UnderlayProps extends Pick<Mounted, 'left' | 'selected' | 'marks'> {
  readonly scene: Scene;
}

/** The canvas, painted before the page is shown with what lies over it. */
export function Underlay({ scene, left, selected, marks }: UnderlayProps) {
  const bench = useBench();
  const theme = useThemeChange();
  const badges = useAnalysis((state) => state.badges);
  const [painter, setPainter] = useState<Painter | null>(null);
  const ref = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (canvas === null) return undefined;
      const created = createUnderlay(canvas, bench);
      setPainter(created);
      return () => {
        created.dispose();
        setPainter(null);
      };
    },
    [bench],
  );
  useLayoutEffect(
    () => painter?.show({ scene, left, selected, marks, badges, theme }),
    [painter, scene, left, selected, marks, badges, theme],
  );
  useEffect(() => {
    if (painter === null) return undefined;
    // A font that comes late makes other letters.
    const again = (): void => painter.refresh();
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, [painter]);
  return <canvas ref={ref} className={styles['underlay']} data-testid="underlay" />;
}
