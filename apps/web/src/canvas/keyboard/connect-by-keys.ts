/** Drawing a flow by the keys: C on an element, arrows choose where it goes, Enter draws it, Escape does not. */
import { centreOf, type ElementId } from '@strideboard/model';
import type { SceneElement } from '@strideboard/render';
import { reach, say } from '@strideboard/words';
import type { Bench } from '../bench.ts';
import { finishConnecting, isConnectable } from '../gestures/connect.ts';
import { type Direction, nextInDirection } from '../view/spatial-step.ts';
import { choose } from '../tools.ts';
import { keyboardPlace, showClear, spokenName } from './focus.ts';

/** How far the beginning of a flow without an end sticks out, px on screen. */
const STUB_PX = 28;

/** Takes the connect tool; what has the keyboard is where the flow would start. A click chooses another start all the same. */
export function beginConnecting(bench: Bench): void {
  const place = keyboardPlace(bench);
  choose(bench, 'connect');
  const element = elementAt(bench, place);
  if (element !== undefined && isConnectable(element)) startFrom(bench, element);
  else bench.session.getState().announce(reach.keys.chooseSource);
}

/** Moves the end of the flow to the next element in a direction; whether a start has been chosen. */
export function aimFlow(bench: Bench, direction: Direction): boolean {
  const source = sourceOf(bench);
  if (source === undefined) return false;
  const { preview } = bench.canvas.getState();
  const target = preview?.kind === 'connect' ? preview.target : null;
  const from = elementAt(bench, target) ?? source;
  const all = bench.scenes.scene().elements.filter(isConnectable);
  const next = elementAt(bench, nextInDirection(from, direction, all));
  if (next === undefined) return true;
  const names = { source: spokenName(bench, source.id), target: spokenName(bench, next.id) };
  bench.canvas.setState({
    preview: {
      kind: 'connect',
      source: source.id,
      at: next.id === source.id ? stubOf(bench, source) : centreOf(next.box),
      target: next.id,
      hint: say(next.id === source.id ? reach.keys.loop : reach.keys.to, names),
    },
  });
  showClear(bench, next.id);
  return true;
}

/** Draws the flow that is shown; without a start yet, takes what has the focus as one. */
export function takeAim(bench: Bench): void {
  const { preview, focus } = bench.canvas.getState();
  const source = sourceOf(bench);
  if (source !== undefined) {
    if (preview?.kind === 'connect' && preview.target !== null) finishConnecting(bench, source.id, preview.target);
    return;
  }
  const element = elementAt(bench, focus);
  if (element !== undefined && isConnectable(element)) startFrom(bench, element);
}

function startFrom(bench: Bench, element: SceneElement): void {
  bench.canvas.setState({
    preview: {
      kind: 'connect',
      source: element.id,
      at: stubOf(bench, element),
      target: null,
      hint: say(reach.keys.from, { source: spokenName(bench, element.id) }),
    },
  });
}

/** The start of the flow: chosen by the keys, else by a click. */
function sourceOf(bench: Bench): SceneElement | undefined {
  const { preview } = bench.canvas.getState();
  const { tool } = bench.session.getState();
  const clicked = tool.kind === 'connect' ? tool.from : null;
  return elementAt(bench, preview?.kind === 'connect' ? preview.source : clicked);
}

function stubOf({ session }: Bench, { box }: SceneElement): { readonly x: number; readonly y: number } {
  const { zoom } = session.getState().viewport;
  return { x: box.x + box.width + STUB_PX / zoom, y: box.y + box.height / 2 };
}

const elementAt = ({ scenes }: Bench, id: string | null): SceneElement | undefined =>
  id === null ? undefined : scenes.scene().elementById.get(id as ElementId); // ids of flows are simply not found
