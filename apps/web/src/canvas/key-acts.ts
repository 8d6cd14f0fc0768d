/** What each key of the canvas does. Fetched while the first picture is looked at. */
import type { ElementId } from '@strideboard/model';
import type { Bench } from './bench.ts';
import { fitAll } from './actions.ts';
import type { PointerControl } from './gestures/pointer-control.ts';
import { aimFlow, beginConnecting, takeAim } from './keyboard/connect-by-keys.ts';
import { followFlow } from './keyboard/follow-flow.ts';
import { goIn, goUp } from './keyboard/levels.ts';
import type { KeyIntent } from './keys.ts';
import { deleteSelection, fitSelection, nudge, selectAll, walk, zoomTo } from './selection-actions.ts';
import { choose } from './tools.ts';
import type { Direction } from './view/spatial-step.ts';
import { stopFollowingPeer } from '../room/following.ts';
import { persistently } from '../session/lazy-part.ts';

/** Does what a key asks for. */
export function act(bench: Bench, intent: KeyIntent, control: PointerControl | null): void {
  const { session, canvas, room } = bench;
  const { selection, tool, viewport } = session.getState();
  switch (intent.kind) {
    case 'tool':
      if (intent.tool === 'connect' && room.mayEdit()) beginConnecting(bench);
      else if (intent.tool === 'select' || intent.tool === 'pan' || room.mayEdit()) choose(bench, intent.tool);
      return;
    case 'arrow':
      if (tool.kind === 'connect') walkOrAim(bench, intent.direction);
      else if (selection.length > 0 && !intent.walk && room.mayEdit()) nudge(bench, intent.direction, intent.large);
      else walk(bench, intent.direction);
      return;
    case 'follow':
      followFlow(bench, intent.direction);
      return;
    case 'toggle':
      toggleFocused(bench);
      return;
    case 'delete':
      deleteSelection(bench);
      return;
    case 'enter':
      enter(bench);
      return;
    case 'drill':
      openDetail(bench);
      return;
    case 'edit':
      editSelected(bench);
      return;
    case 'escape':
      escape(bench, control);
      return;
    case 'selectAll':
      selectAll(bench);
      return;
    case 'fit':
      fitAll(bench);
      return;
    case 'fitSelection':
      fitSelection(bench);
      return;
    case 'zoomReset':
      zoomTo(bench, 1);
      return;
    case 'zoom':
      canvas.setState({ hover: null });
      zoomTo(bench, viewport.zoom * intent.factor);
      return;
  }
}

/** Enter draws the flow that is being drawn; goes into a boundary; selects what else the focus is on; edits the name of what is selected. */
function enter(bench: Bench): void {
  const { session, canvas } = bench;
  const { focus } = canvas.getState();
  const now = session.getState();
  if (now.tool.kind === 'connect') {
    takeAim(bench);
    return;
  }
  const isSelected = now.selection.length === 1 && now.selection[0] === focus;
  if (focus === null || isSelected) editSelected(bench);
  else if (now.selection.length > 0 || !goIn(bench, focus)) now.select([focus]);
}

/** With the connect tool the arrows choose where the flow starts, then where it goes. */
function walkOrAim(bench: Bench, direction: Direction): void {
  if (!aimFlow(bench, direction)) walk(bench, direction);
}

/** A tap on Space takes what has the focus into the selection, or out of it. */
function toggleFocused({ session, canvas }: Bench): void {
  const { focus } = canvas.getState();
  if (focus !== null) session.getState().toggleSelected(focus);
}

/** Ctrl+Enter goes into what details the element. */
function openDetail({ room, session, canvas }: Bench): void {
  const { selection } = session.getState();
  const id = selection.length === 1 ? selection[0] : canvas.getState().focus;
  // ids of flows are simply not found
  if (id != null)
    void persistently(() => import('../room/goto-diagram.ts')).then(({ enterElement }) =>
      enterElement(room, session, id as ElementId),
    ); // as above
}

function editSelected({ session, canvas, room }: Bench): void {
  const now = session.getState();
  const { selection } = now;
  const id = selection.length === 1 ? selection[0] : selection.length === 0 ? canvas.getState().focus : null;
  if (id == null || !room.mayEdit()) return;
  now.select([id]);
  now.edit({ id, field: 'label' });
}

/** Escape takes back one thing: the gesture, else the tool, else following a person, else the blast radius, else the selection; else it goes up a level. */
function escape(bench: Bench, control: PointerControl | null): void {
  const { room, session, canvas } = bench;
  if (control?.cancel() === true) return;
  const now = session.getState();
  const { tool, selection, blast } = now;
  if (tool.kind === 'connect' && tool.from !== null) {
    canvas.setState({ preview: null });
    now.setTool({ kind: 'connect', from: null });
  } else if (tool.kind !== 'select') {
    canvas.setState({ preview: null, cursor: 'default' });
    now.setTool({ kind: 'select' });
  } else if (now.following !== null) stopFollowingPeer(room, session);
  else if (blast !== null) now.setBlast(null);
  else if (selection.length > 0) now.select([]);
  else goUp(bench);
}
