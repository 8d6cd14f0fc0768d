/** Arrows at the edges of an element from which a flow can be dragged. Each is at least 24 px on screen at any zoom. */
import type { ElementId, Side } from '@strideboard/model';
import { SIDES } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useSession } from '../../session/use-session.ts';
import { useBench, useCanvas } from '../bench.ts';
import { connectByDrag, isConnectable } from '../gestures/connect.ts';
import type { PointerControl } from '../gestures/pointer-control.ts';
import { useSceneSlice } from '../../room/use-scene.ts';
import styles from './QuickConnect.module.css';
import { screenBox } from './screen-box.ts';
import { useViewWhile } from '../use-view-while.ts';

/** Below this width on screen the arrows would cover the element, px. */
const SMALLEST_PX = 60;

/** The arrows of the selected element, or of the one under the pointer. */
export function QuickConnect({ control }: { readonly control: PointerControl }) {
  const bench = useBench();
  const { words } = bench;
  const selected = useSession(({ selection }) => (selection.length === 1 ? (selection[0] ?? null) : null));
  const hasMany = useSession(({ selection }) => selection.length > 1);
  const host = useCanvas((state) => state.host);
  const isBusy = useCanvas((state) => state.busy);
  const element = useSceneSlice(({ elementById }) => {
    for (const id of [host, selected]) {
      const found = id === null ? undefined : elementById.get(id as ElementId); // ids of flows are simply not found
      if (found !== undefined && isConnectable(found)) return found;
    }
    return null;
  });
  const viewport = useViewWhile(element !== null);
  if (element === null || isBusy || hasMany) return null;
  const box = screenBox(viewport, element.box);
  if (box.width < SMALLEST_PX) return null;
  const name = element.label || element.typeLabel || words.common.unnamed;
  return (
    <div className={styles['frame']} style={box}>
      {SIDES.map((side: Side) => (
        <button
          key={side}
          type="button"
          tabIndex={-1}
          className={styles['arrow']}
          data-side={side}
          data-testid={`connect-${side}`}
          aria-label={say(words.canvas.connect[side], { name })}
          title={say(words.canvas.connect[side], { name })}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            control.begin(event.nativeEvent, () => connectByDrag(bench, element.id));
          }}
        >
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <path d="M3 7h8M7.5 3.5 11 7l-3.5 3.5" />
          </svg>
        </button>
      ))}
    </div>
  );
}
