/** Handles that resize the one selected element: the corners, and for boundaries the sides too. */
import type { ElementId } from '@strideboard/model';
import { useSession } from '../../session/use-session.ts';
import { useBench, useCanvas } from '../bench.ts';
import type { Gesture, Pointer } from '../gestures/gesture.ts';
import type { PointerControl } from '../gestures/pointer-control.ts';
import { resize } from '../gestures/resize.ts';
import { HANDLES, handlePlace } from '../view/resize-box.ts';
import { useSceneSlice } from '../../room/use-scene.ts';
import styles from './Handles.module.css';
import { screenBox } from './screen-box.ts';
import { useViewWhile } from '../use-view-while.ts';

/** Below this the handles would leave nothing in the middle to drag by, so they stand outside, screen px: twice their size. */
const SMALL_PX = 48;
const SMALL_FOR_FINGERS_PX = 88;

/** Pointer only: by keyboard the size is set in the details. */
export function Handles({ control }: { readonly control: PointerControl }) {
  const bench = useBench();
  const id = useSession(({ selection }) => (selection.length === 1 ? (selection[0] ?? null) : null));
  const isMoving = useSession((state) => state.drag !== null);
  const isBusy = useCanvas((state) => state.busy);
  const element = useSceneSlice(({ elementById }) => (id === null ? null : (elementById.get(id as ElementId) ?? null))); // ids of flows are simply not found
  const viewport = useViewWhile(element !== null);
  if (element === null || element.locked || isMoving || element.boundary?.folds != null || element.outline !== null)
    return null;
  const box = screenBox(viewport, element.box);
  const small = matchMedia('(pointer: coarse)').matches ? SMALL_FOR_FINGERS_PX : SMALL_PX;
  const handles = HANDLES.filter((handle) => element.boundary !== null || handle.length === 2);
  return (
    <div
      className={styles['frame']}
      style={box}
      data-busy={isBusy || undefined}
      data-small={Math.min(box.width, box.height) < small || undefined}
      aria-hidden="true"
    >
      {handles.map((handle) => {
        const { x, y } = handlePlace(handle);
        return (
          <div
            key={handle}
            className={styles['handle']}
            data-handle={handle}
            data-testid={`resize-${handle}`}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              const start = (pointer: Pointer): Gesture => resize(bench, pointer, { id: element.id, handle });
              control.begin(event.nativeEvent, start, 'isCarried');
            }}
          />
        );
      })}
    </div>
  );
}
