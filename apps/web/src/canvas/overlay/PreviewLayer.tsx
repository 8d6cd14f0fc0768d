/** What a gesture would do if it ended now. */
import type { Viewport } from '../../session/session-store.ts';
import { useBench, useCanvas } from '../bench.ts';
import type { Preview } from '../canvas-store.ts';
import { toScreen } from '../view/viewport.ts';
import { edgePoint } from './edge-point.ts';
import { PlacingGhost } from './PlacingGhost.tsx';
import styles from './PreviewLayer.module.css';
import { screenBox } from './screen-box.ts';
import { useViewWhile } from '../use-view-while.ts';

/** The preview of the gesture in progress; nothing between gestures. */
export function PreviewLayer() {
  const preview = useCanvas((state) => state.preview);
  const viewport = useViewWhile(preview !== null);
  if (preview === null) return null;
  if (preview.kind === 'marquee') return <div className={styles['marquee']} style={screenBox(viewport, preview.box)} />;
  if (preview.kind === 'connect') return <Connection preview={preview} viewport={viewport} />;
  return <PlacingGhost preview={preview} viewport={viewport} />;
}

interface ConnectionProps {
  readonly preview: Extract<Preview, { kind: 'connect' }>;
  readonly viewport: Viewport;
}

function Connection({ preview, viewport }: ConnectionProps) {
  const { scenes } = useBench();
  const { elementById } = scenes.scene();
  const source = elementById.get(preview.source);
  if (source === undefined) return null;
  const target = preview.target === null ? undefined : elementById.get(preview.target);
  const isLoop = target?.id === source.id;
  const end = target === undefined || isLoop ? preview.at : edgePoint(target.box, source.box);
  const from = toScreen(viewport, edgePoint(source.box, isLoop ? { ...preview.at, width: 0, height: 0 } : boxAt(end)));
  const to = toScreen(viewport, end);
  const angle = (Math.atan2(to.top - from.top, to.left - from.left) * 180) / Math.PI;
  return (
    <svg className={styles['connection']} aria-hidden="true" focusable="false">
      <path className={styles['line']} d={`M${from.left} ${from.top}L${to.left} ${to.top}`} />
      <path
        className={styles['head']}
        d="M0 0L-10 -5L-10 5Z"
        transform={
          preview.backwards === true
            ? `translate(${from.left} ${from.top}) rotate(${angle + 180})`
            : `translate(${to.left} ${to.top}) rotate(${angle})`
        }
      />
    </svg>
  );
}

const boxAt = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y, width: 0, height: 0 });
