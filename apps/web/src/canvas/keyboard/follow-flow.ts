/**
 * Following flows by Ctrl and the arrows: right goes along a flow to where it leads, left back to where one comes from; down and up change
 * to the next and the previous flow when there are several, or set out like right and left where nothing was followed yet.
 */
import { compareOrder, compareText, type ElementId, type FlowId, type ModelIndex } from '@strideboard/model';
import type { Scene } from '@strideboard/render';
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

/** Follows a flow of what has the keyboard, takes the focus to its other end and says which of how many flows it was. */
export function followFlow(bench: Bench, direction: Direction): void {
  const { canvas, scenes, room, session } = bench;
  const place = keyboardPlace(bench);
  if (place === null) return;
  const scene = scenes.scene();
  const flow = scene.flowById.get(place as FlowId); // ids of elements are simply not found
  const isForward = direction === 'right' || direction === 'down';
  if (flow !== undefined) {
    focusOn(bench, isForward ? flow.target : flow.source);
    return;
  }
  const { followed } = canvas.getState();
  const last = followed?.to === place ? followed : null;
  const isChange = last !== null && (direction === 'up' || direction === 'down');
  const from = isChange ? last.from : (place as ElementId); // not a flow
  const outwards = isChange ? last.outwards : isForward;
  const ways = waysFrom(scene, room.index(), { from, outwards });
  const at = nextWay(ways, { last, isChange, by: isForward ? 1 : -1 });
  const way = ways[at];
  if (way === undefined) {
    const name = spokenName(bench, from);
    session.getState().announce(say(outwards ? reach.keys.noneOut : reach.keys.noneIn, { name }));
    return;
  }
  focusOn(bench, way.to);
  canvas.setState({ followed: { from, outwards, ...way }, hover: way.flow });
  const label = room.index().flows.get(way.flow)?.label ?? '';
  const where = say(outwards ? reach.keys.outOf : reach.keys.into, {
    at: at + 1,
    count: ways.length,
    name: spokenName(bench, way.to),
  });
  session.getState().announce(label === '' ? where : `${where}, ${label}`);
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

interface Choice {
  readonly last: FollowStep | null;
  readonly isChange: boolean;
  readonly by: 1 | -1;
}

/** A change goes round; a step along begins with the flow one came by, so that going back leads back. */
function nextWay(ways: readonly Way[], { last, isChange, by }: Choice): number {
  const at = ways.findIndex(({ flow }) => flow === last?.flow);
  if (!isChange) return Math.max(0, at);
  return at < 0 ? 0 : (at + by + ways.length) % ways.length;
}
