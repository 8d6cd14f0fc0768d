/**
 * What the page itself shows of a crowded diagram: what is in somebody's hand, focused, edited, lit, pointed at, selected. It lies over the
 * canvas on which everything is drawn, except for what moves or is edited, which the canvas leaves out.
 */
import type { ElementId, FlowId } from '@strideboard/model';
import type { Scene, SceneElement, SceneFlow } from '@strideboard/render';
import type { Busy, Mounted } from '../canvas-store.ts';
import type { PeerMark } from '../diagram/peer-marks.ts';

/** So many items at most; the canvas shows the selection of all others. */
const MOST = 60;

const NONE: ReadonlySet<string> = new Set();
const NO_MARKS: ReadonlyMap<string, PeerMark> = new Map();

/** Remembers what moves, so that it is worked out once for each drag. */
export function createMounted(): (scene: Scene, busy: Busy) => Mounted {
  let known = { key: '', left: NONE };
  const leftOut = (scene: Scene, { dragged, edited }: Busy): ReadonlySet<string> => {
    const key = `${scene.elements.length} ${scene.flows.length} ${edited ?? ''} ${dragged}`;
    if (key === known.key) return known.left;
    const left = new Set(movingWith(scene, dragged === '' ? [] : dragged.split(' ')));
    if (edited !== null) left.add(edited);
    known = { key, left: left.size === 0 ? NONE : left };
    return known.left;
  };
  return (scene, busy) => {
    const left = leftOut(scene, busy);
    const { edited, focus, lit, hover, selection, marks } = busy;
    const wanted = new Set<string>(left);
    const isFlow = (id: string | null): id is string => scene.flowById.has(id as FlowId); // only looked up
    for (const id of [edited, focus, lit, isFlow(hover) ? hover : null]) if (id !== null) wanted.add(id);
    for (const id of [...selection.slice(-MOST).reverse(), ...marks.keys()]) if (wanted.size < MOST) wanted.add(id);
    const elements: SceneElement[] = [];
    const flows: SceneFlow[] = [];
    for (const id of wanted) {
      const [element, flow] = [scene.elementById.get(id as ElementId), scene.flowById.get(id as FlowId)]; // only looked up
      if (element !== undefined) elements.push(element);
      if (flow !== undefined) flows.push(flow);
    }
    const others = selection.length < MOST ? [] : selection.filter((id) => !wanted.has(id));
    const otherMarks = marks.size < MOST ? [] : [...marks].filter(([id]) => !wanted.has(id));
    return {
      elements,
      flows,
      left,
      selected: others.length === 0 ? NONE : new Set(others),
      marks: otherMarks.length === 0 ? NO_MARKS : new Map(otherMarks),
    };
  };
}

/** Everything that moves with what is dragged: what is inside, and the flows of all of it. Nothing when it is too much to be mounted. */
function movingWith({ elements, flows }: Scene, dragged: readonly string[]): readonly string[] {
  if (dragged.length === 0 || dragged.length > MOST) return [];
  const moving = new Set<string>(dragged);
  // What is around comes before what is inside.
  for (const { id, parent } of elements) if (parent !== null && moving.has(parent)) moving.add(id);
  const ends = flows.filter(({ source, target }) => moving.has(source) || moving.has(target));
  return moving.size + ends.length > MOST ? [] : [...moving, ...ends.map(({ id }) => id)];
}
