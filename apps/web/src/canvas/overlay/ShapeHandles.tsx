/** What the pointer takes hold of on the one selected free form or line: its corners and its outline. */
import type { ElementId } from '@strideboard/model';
import type { SceneElement } from '@strideboard/render';
import { useCallback } from 'react';
import { useModel, useRoom } from '../../room/use-room.ts';
import { useSceneSlice } from '../../room/use-scene.ts';
import type { Viewport } from '../../session/session-store.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench, useCanvas } from '../bench.ts';
import type { PointerControl } from '../gestures/pointer-control.ts';
import { moveCorner, removeCorner } from '../gestures/shape-gestures.ts';
import { cornersOf } from '../view/outline.ts';
import { toScreen } from '../view/viewport.ts';
import styles from './FlowHandles.module.css';
import { useGrip } from './use-grip.ts';
import { useViewWhile } from '../use-view-while.ts';

/** Pointer only: by keyboard a boundary is turned into another shape by actions and placed by fields. */
export function ShapeHandles({ control }: { readonly control: PointerControl }) {
  const room = useRoom();
  const id = useSession(({ selection }) => (selection.length === 1 ? (selection[0] ?? null) : null));
  const isMoving = useSession((state) => state.drag !== null);
  const preview = useCanvas((state) => state.preview);
  const item = useSceneSlice(({ elementById }) => (id === null ? null : (elementById.get(id as ElementId) ?? null))); // ids of flows are simply not found
  const stored = useModel(() => (id === null ? undefined : room.index().elements.get(id as ElementId))); // as above
  const viewport = useViewWhile(item !== null);
  if (item === null || stored === undefined || item.outline === null || item.locked || isMoving) return null;
  return (
    <div className={styles['layer']} aria-hidden="true" data-hidden={preview !== null || undefined}>
      <OutlineGrip control={control} item={item} viewport={viewport} />
      {cornersOf(stored, item.box).map((point, corner) => (
        <CornerGrip key={corner} control={control} id={item.id} corner={corner} at={toScreen(viewport, point)} />
      ))}
    </div>
  );
}

interface OutlineGripProps {
  readonly control: PointerControl;
  readonly item: SceneElement;
  readonly viewport: Viewport;
}

function OutlineGrip({ control, item: { id, outlinePoints, boundary }, viewport }: OutlineGripProps) {
  const bench = useBench();
  const grip = useGrip(
    control,
    useCallback((pointer) => moveCorner(bench, pointer, { id, corner: null }), [bench, id]),
  );
  const [first] = outlinePoints;
  const way = boundary?.closed === true && first !== undefined ? [...outlinePoints, first] : outlinePoints;
  const text = way
    .map((point) => toScreen(viewport, point))
    .map(({ left, top }) => `${left},${top}`)
    .join(' ');
  return (
    <svg className={styles['line']} focusable="false" aria-hidden="true">
      <polyline ref={grip} points={text} data-testid="outline" />
    </svg>
  );
}

interface CornerGripProps {
  readonly control: PointerControl;
  readonly id: ElementId;
  readonly corner: number;
  readonly at: { readonly left: number; readonly top: number };
}

function CornerGrip({ control, id, corner, at }: CornerGripProps) {
  const bench = useBench();
  const grip = useGrip(
    control,
    useCallback((pointer) => moveCorner(bench, pointer, { id, corner }), [bench, id, corner]),
    { onDouble: useCallback(() => removeCorner(bench, id, corner), [bench, id, corner]), isCarried: true },
  );
  return <div ref={grip} className={styles['corner']} style={at} data-testid={`outline-corner-${corner}`} />;
}
