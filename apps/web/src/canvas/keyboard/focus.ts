/** Where the keyboard is on the diagram, and taking it somewhere with the view. */
import type { Box, ElementId, FlowId } from '@strideboard/model';
import { coveredParts } from '../covered-parts.ts';
import type { Bench } from '../bench.ts';
import { revealClear } from '../view/clear-view.ts';

/** The id of what has the keyboard: the focused thing, else what was selected last; `null` for nothing. */
export function keyboardPlace({ canvas, session }: Bench): string | null {
  return canvas.getState().focus ?? session.getState().selection.at(-1) ?? null;
}

/** Where something is drawn, canvas px; `undefined` when it is not on this diagram. */
function boxOf({ scenes }: Bench, id: string): Box | undefined {
  const { elementById, flowById } = scenes.scene();
  return elementById.get(id as ElementId)?.box ?? flowById.get(id as FlowId)?.bounds; // the id is one of the two
}

/** Takes the keyboard to something and shows it where nothing lies over it. */
export function focusOn(bench: Bench, id: string): void {
  bench.canvas.setState({ focus: id });
  showClear(bench, id);
}

/** Moves the view as little as it takes to show something clear of panels and floating controls. */
export function showClear(bench: Bench, id: string): void {
  const box = boxOf(bench, id);
  const now = bench.session.getState();
  if (box === undefined || now.canvasSize.width === 0) return;
  now.setViewport(revealClear(now.viewport, box, { size: now.canvasSize, covers: coveredParts() }));
}

/** What an element is called: its label, else what it is. */
export function spokenName({ scenes, words }: Bench, id: ElementId): string {
  const element = scenes.scene().elementById.get(id);
  return element === undefined
    ? words.common.unnamed
    : element.label || element.typeLabel || words.common.kinds[element.kind];
}
