/** What the pointer takes hold of on the one selected flow: its ends, its corners, its line and its label. */
import type { FlowId } from '@strideboard/model';
import type { SceneFlow } from '@strideboard/render';
import { useCallback } from 'react';
import { useSceneSlice } from '../../room/use-scene.ts';
import type { Viewport } from '../../session/session-store.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench, useCanvas } from '../bench.ts';
import { bend, dragEnd, removeCorner, slideLabel } from '../gestures/flow-gestures.ts';
import type { PointerControl } from '../gestures/pointer-control.ts';
import { toScreen } from '../view/viewport.ts';
import styles from './FlowHandles.module.css';
import { screenBox } from './screen-box.ts';
import { useGrip } from './use-grip.ts';
import { useViewWhile } from '../use-view-while.ts';

/** Shorter lines than this leave no middle between two ends of a finger's size, screen px. */
const SHORT_PX = 132;

interface HandlesProps {
  readonly control: PointerControl;
}

/** Pointer only: by keyboard ends, bends, label and direction are changed by actions. */
export function FlowHandles({ control }: HandlesProps) {
  const id = useSession(({ selection }) => (selection.length === 1 ? (selection[0] ?? null) : null));
  const preview = useCanvas((state) => state.preview);
  const flow = useSceneSlice(({ flowById }) => (id === null ? null : (flowById.get(id as FlowId) ?? null))); // ids of elements are simply not found
  const viewport = useViewWhile(flow !== null);
  if (flow === null) return null;
  const [first, last] = [flow.points[0], flow.points.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <div
      className={styles['layer']}
      aria-hidden="true"
      data-hidden={preview !== null || undefined}
      data-short={Math.max(flow.bounds.width, flow.bounds.height) * viewport.zoom < SHORT_PX || undefined}
    >
      <LineGrip control={control} flow={flow} viewport={viewport} />
      {flow.label === null ? null : <LabelGrip control={control} flow={flow} viewport={viewport} />}
      {flow.waypoints.map((point, corner) => (
        <CornerGrip key={corner} control={control} id={flow.id} corner={corner} at={toScreen(viewport, point)} />
      ))}
      <EndGrip control={control} id={flow.id} end="source" at={toScreen(viewport, first)} />
      <EndGrip control={control} id={flow.id} end="target" at={toScreen(viewport, last)} />
    </div>
  );
}

interface FlowGripProps extends HandlesProps {
  readonly flow: SceneFlow;
  readonly viewport: Viewport;
}

function LineGrip({ control, flow: { id, points }, viewport }: FlowGripProps) {
  const bench = useBench();
  const grip = useGrip(
    control,
    useCallback((pointer) => bend(bench, pointer, { id, corner: null }), [bench, id]),
  );
  const text = points
    .map((point) => toScreen(viewport, point))
    .map(({ left, top }) => `${left},${top}`)
    .join(' ');
  return (
    <svg className={styles['line']} focusable="false" aria-hidden="true">
      <polyline ref={grip} points={text} data-testid="bend-line" />
    </svg>
  );
}

function LabelGrip({ control, flow: { id, label }, viewport }: FlowGripProps) {
  const bench = useBench();
  const grip = useGrip(
    control,
    useCallback((pointer) => slideLabel(bench, pointer, id), [bench, id]),
  );
  if (label === null) return null;
  return (
    <div ref={grip} className={styles['label']} style={screenBox(viewport, label.box)} data-testid="slide-label" />
  );
}

interface PointGripProps extends HandlesProps {
  readonly id: FlowId;
  readonly at: { readonly left: number; readonly top: number };
}

function CornerGrip({ control, id, corner, at }: PointGripProps & { readonly corner: number }) {
  const bench = useBench();
  const grip = useGrip(
    control,
    useCallback((pointer) => bend(bench, pointer, { id, corner }), [bench, id, corner]),
    { onDouble: useCallback(() => removeCorner(bench, id, corner), [bench, id, corner]), isCarried: true },
  );
  return <div ref={grip} className={styles['corner']} style={at} data-testid={`corner-${corner}`} />;
}

function EndGrip({ control, id, end, at }: PointGripProps & { readonly end: 'source' | 'target' }) {
  const bench = useBench();
  const grip = useGrip(
    control,
    useCallback((pointer) => dragEnd(bench, pointer, { id, end }), [bench, id, end]),
    { isCarried: true },
  );
  return <div ref={grip} className={styles['end']} style={at} data-testid={`reconnect-${end}`} />;
}
