/**
 * Following flows by Ctrl and the arrows. From an element, right and down go onto a flow that leaves it, left and up onto one that reaches it. On
 * a flow, right goes on to where it leads and left to where it comes from, down and up change to the next and the previous one. What is stood
 * on has the focus: it is read out, and Enter selects it.
 */
import { compareOrder, compareText, type ElementId, type FlowId, type ModelIndex } from '@strideboard/model';
import type { Scene, SceneFlow } from '@strideboard/render';
import { reach, say } from '@strideboard/words';
import type { Bench } from '../bench.ts';
import type { FollowStep } from '../canvas-store.ts';
import type { Direction } from '../view/spatial-step.ts';
import { focusOn, keyboardPlace, spokenName } from './focus.ts';

/** One flow as it is followed. */
interface Way {
  readonly flow: FlowId;
  readonly to: ElementId;
}

/** Takes the focus onto a flow of what has the keyboard, to another flow of the same element, or from a flow to one of its ends. */
export function followFlow(bench: Bench, direction: Direction): void {
  const place = keyboardPlace(bench);
  if (place === null) return;
  const flow = bench.scenes.scene().flowById.get(place as FlowId); // ids of elements are simply not found
  if (flow === undefined) setOut(bench, place as ElementId, direction === 'right' || direction === 'down');
  else if (direction === 'right' || direction === 'left') arrive(bench, flow, direction === 'right');
  else change(bench, flow, direction === 'down' ? 1 : -1);
}

/** From an element onto the first flow that leaves or reaches it; onto the one the focus came by, so that going back leads back. */
function setOut(bench: Bench, from: ElementId, outwards: boolean): void {
  const ways = waysFrom(bench.scenes.scene(), bench.room.index(), { from, outwards });
  const last = bench.canvas.getState().followed?.flow;
  const at = Math.max(
    0,
    ways.findIndex(({ flow }) => flow === last),
  );
  if (ways.length > 0) stand(bench, ways, { at, from, outwards });
  else {
    const name = spokenName(bench, from);
    bench.session.getState().announce(say(outwards ? reach.keys.noneOut : reach.keys.noneIn, { name }));
  }
}

/** From a flow to the next or the previous one of the element it was followed from, round and round. */
function change(bench: Bench, flow: SceneFlow, by: 1 | -1): void {
  const { from, outwards } = stepOn(bench, flow);
  const ways = waysFrom(bench.scenes.scene(), bench.room.index(), { from, outwards });
  const at = ways.findIndex((way) => way.flow === flow.id);
  stand(bench, ways, { at: (at + by + ways.length) % ways.length, from, outwards });
}

/** From a flow to where it leads, or back to where it comes from; a two-way flow has two directions, and the one it was followed in counts. */
function arrive(bench: Bench, flow: SceneFlow, forward: boolean): void {
  const step = stepOn(bench, flow);
  focusOn(bench, step.outwards === forward ? step.to : step.from);
  bench.canvas.setState({ followed: step });
}

/** How the focus came onto a flow; one it was put on otherwise counts as followed from its source. */
function stepOn({ canvas }: Bench, { id, source, target }: SceneFlow): FollowStep {
  const { followed } = canvas.getState();
  return followed?.flow === id ? followed : { flow: id, from: source, outwards: true, to: target };
}

interface Standing {
  readonly at: number;
  readonly from: ElementId;
  readonly outwards: boolean;
}

/** Puts the focus on a flow, whose name is read by that, and says which of how many it is. */
function stand(bench: Bench, ways: readonly Way[], { at, from, outwards }: Standing): void {
  const way = ways[at];
  if (way === undefined) return;
  focusOn(bench, way.flow);
  bench.canvas.setState({ followed: { from, outwards, ...way } });
  const name = spokenName(bench, from);
  const place = { at: at + 1, count: ways.length, name };
  bench.session.getState().announce(say(outwards ? reach.keys.outOf : reach.keys.into, place));
}

/** The flows that leave or reach an element, by their number, then by name. A two-way flow does both; a loop leaves only. */
export function waysFrom(
  { flows, elementById }: Pick<Scene, 'flows' | 'elementById'>,
  index: Pick<ModelIndex, 'flows'>,
  { from, outwards }: { readonly from: ElementId; readonly outwards: boolean },
): readonly Way[] {
  const ways = flows.flatMap(({ id, source, target }): Way[] => {
    const isTwoWay = index.flows.get(id)?.direction === 'two';
    const isOwn = (outwards ? source : target) === from;
    if (isOwn && (outwards || source !== target)) return [{ flow: id, to: outwards ? target : source }];
    const isReturn = isTwoWay && source !== target && (outwards ? target : source) === from;
    return isReturn ? [{ flow: id, to: outwards ? source : target }] : [];
  });
  const order = (id: FlowId): string => index.flows.get(id)?.order ?? '';
  const label = (id: FlowId): string => index.flows.get(id)?.label ?? '';
  return ways
    .filter(({ to }) => elementById.has(to))
    .sort(
      (a, b) =>
        compareOrder(order(a.flow), order(b.flow)) ||
        compareText(label(a.flow), label(b.flow)) ||
        compareText(a.flow, b.flow),
    );
}
