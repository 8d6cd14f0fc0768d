/** Enter goes into a boundary, Escape goes up to the one around. */
import type { ElementId, FlowId } from '@strideboard/model';
import type { SceneElement } from '@strideboard/render';
import { reach, say } from '@strideboard/words';
import type { Bench } from '../bench.ts';
import { focusOn, spokenName } from './focus.ts';

/** Takes the focus to the first thing inside a boundary, in reading order; whether there was any. */
export function goIn(bench: Bench, id: string): boolean {
  const inside = bench.scenes.scene().elements.filter(({ parent }) => parent === id);
  const [first] = [...inside].sort(inReadingOrder);
  if (first === undefined) return false;
  focusOn(bench, first.id);
  const name = spokenName(bench, id as ElementId); // only boundaries have something inside
  bench.session.getState().announce(say(reach.keys.inside, { name, count: inside.length }));
  return true;
}

/** Takes the focus to the boundary around it, from a flow to its source; from the outermost level nowhere. */
export function goUp(bench: Bench): void {
  const { canvas, scenes, session } = bench;
  const { focus } = canvas.getState();
  if (focus === null) return;
  const { elementById, flowById } = scenes.scene();
  const up = elementById.get(focus as ElementId)?.parent ?? flowById.get(focus as FlowId)?.source ?? null; // the id is one of the two
  if (up === null || !elementById.has(up)) {
    canvas.setState({ focus: null });
    session.getState().announce(reach.keys.outermost);
    return;
  }
  focusOn(bench, up);
  session.getState().announce(say(reach.keys.outside, { name: spokenName(bench, up) }));
}

const inReadingOrder = ({ box: a }: SceneElement, { box: b }: SceneElement): number => a.y - b.y || a.x - b.x;
