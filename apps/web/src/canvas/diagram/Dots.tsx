/** The dots behind the diagram. A pan moves the sheet they lie on; only another zoom draws them again. */
import { useId, useLayoutEffect, useRef } from 'react';
import { useBench } from '../bench.ts';
import { dotGrid } from './dot-grid.ts';
import styles from './Diagram.module.css';

/** The dots; decoration. */
export function Dots() {
  const { session } = useBench();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const pattern = useRef<SVGPatternElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  useLayoutEffect(() => {
    let [shown, drawn]: [unknown, number] = [null, 0];
    const place = (): void => {
      const { viewport } = session.getState();
      if (viewport === shown || sheet.current === null || pattern.current === null || dot.current === null) return;
      shown = viewport;
      const { gap, radius, x, y } = dotGrid(viewport);
      const snap = (at: number): number => Math.round(at * devicePixelRatio) / devicePixelRatio;
      sheet.current.style.transform = `translate(${snap(x)}px, ${snap(y)}px)`;
      if (viewport.zoom === drawn) return;
      drawn = viewport.zoom;
      sheet.current.style.insetBlockEnd = sheet.current.style.insetInlineEnd = `${-gap}px`;
      for (const side of ['width', 'height']) pattern.current.setAttribute(side, String(gap));
      for (const middle of ['cx', 'cy']) dot.current.setAttribute(middle, String(gap / 2));
      dot.current.setAttribute('r', String(radius));
    };
    place();
    return session.subscribe(place);
  }, [session]);
  return (
    <div ref={sheet} className={styles['dots']}>
      <svg aria-hidden="true" focusable="false">
        <pattern ref={pattern} id={id} patternUnits="userSpaceOnUse">
          <circle ref={dot} />
        </pattern>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
