/** The whole diagram in a corner, drawn on one canvas, with the part in view; click or drag moves the view. */
import type { Box } from '@strideboard/model';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { useScene } from '../room/use-scene.ts';
import { useSession } from '../session/use-session.ts';
import { useBench } from './bench.ts';
import { drawMinimap, readMinimapColours } from './draw-minimap.ts';
import styles from './Minimap.module.css';
import { type MinimapFrame, minimapFrame } from './minimap-frame.ts';
import { useThemeChange } from './use-theme-change.ts';
import { centreOn, viewBox } from './view/viewport.ts';

/** Size of the minimap, px. */
const SIZE = { width: 164, height: 98 };

/** Between two drawings at least this many times as long as one takes: a drag in a large diagram has better things to do. */
const PAUSE = 20;

/** Room between a view that reaches beyond the map and the map's edge, px. */
const INSET = 2;

/** The part of a frame that lies inside the map, so that its outline is seen all around. */
function insideMap({ x, y, width, height }: Box) {
  const [left, top] = [Math.max(INSET, x), Math.max(INSET, y)];
  return {
    left,
    top,
    width: Math.max(0, Math.min(SIZE.width - INSET, x + width) - left),
    height: Math.max(0, Math.min(SIZE.height - INSET, y + height) - top),
  };
}

/** The minimap; nothing on an empty board. */
export function Minimap() {
  const { session, words } = useBench();
  const scene = useScene();
  const canvasSize = useSession((state) => state.canvasSize);
  const theme = useThemeChange();
  const picture = useRef<HTMLCanvasElement>(null);
  const notBefore = useRef(0);
  const isShown = canvasSize.width > 0;
  const frame = useMemo(() => minimapFrame(scene.bounds, SIZE), [scene.bounds]);

  useEffect(() => {
    const element = picture.current;
    if (element === null || frame === null || !isShown) return undefined;
    const draw = (): void => {
      const began = performance.now();
      drawMinimap(element, { scene, frame, size: SIZE, colours: readMinimapColours(element, theme) });
      const ended = performance.now();
      notBefore.current = ended + PAUSE * (ended - began);
    };
    const wait = notBefore.current - performance.now();
    if (wait <= 0) {
      draw();
      return undefined;
    }
    const timer = setTimeout(draw, wait);
    return () => clearTimeout(timer);
  }, [scene, frame, theme, isShown]);

  if (frame === null || !isShown) return null;
  const goTo = (event: PointerEvent<HTMLElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point = {
      x: (event.clientX - left - frame.x) / frame.scale,
      y: (event.clientY - top - frame.y) / frame.scale,
    };
    const now = session.getState();
    now.setViewport(centreOn(now.viewport, point, canvasSize));
  };
  return (
    <div
      className={styles['map']}
      role="img"
      aria-label={words.canvas.minimap}
      title={words.canvas.minimap}
      style={SIZE}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
    >
      <canvas ref={picture} />
      <InView frame={frame} />
    </div>
  );
}

/** The part in view; the only thing here that renders while the view moves. */
function InView({ frame }: { readonly frame: MinimapFrame }) {
  const viewport = useSession((state) => state.viewport);
  const canvasSize = useSession((state) => state.canvasSize);
  const view = viewBox(viewport, canvasSize);
  return (
    <div
      className={styles['view']}
      style={insideMap({
        x: view.x * frame.scale + frame.x,
        y: view.y * frame.scale + frame.y,
        width: view.width * frame.scale,
        height: view.height * frame.scale,
      })}
    />
  );
}
