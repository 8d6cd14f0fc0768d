/** Whether a hint would be in nobody's way just now. */
import { useSession } from '../../session/use-session.ts';
import { boxesOfSelection } from '../actions.ts';
import { useBench, useCanvas } from '../bench.ts';

/** Below these sizes of the window and the canvas a hint would cover too much, px. */
const LEAST = { window: 901, canvas: 480 };
/** The corner that a hint takes with some air, px. */
const CORNER = { width: 320, height: 320 };

/** False while something else has the attention, while what is selected lies in that corner, and where there is little room. */
export function useIsHintWelcome(): boolean {
  const bench = useBench();
  const isBusy = useCanvas(({ busy }) => busy);
  const isIdle = useSession(
    ({ tool, editing, inserting, walking, blast, dialog }) =>
      tool.kind === 'select' && editing === null && inserting === null && !walking && blast === null && dialog === null,
  );
  const isInCorner = useSession(({ viewport: { x, y, zoom }, canvasSize }) => {
    const top = canvasSize.height - CORNER.height;
    return boxesOfSelection(bench).some(
      (box) => box.x * zoom + x < CORNER.width && (box.y + box.height) * zoom + y > top,
    );
  });
  const hasRoom = useSession(({ canvasSize }) => canvasSize.height >= LEAST.canvas && innerWidth >= LEAST.window);
  return isIdle && !isBusy && !isInCorner && hasRoom;
}
