/** Brings what the canvas can do beyond its first moment: the list of actions, and what helps while dragging. Shows nothing. */
import { createEditingCommands } from '@strideboard/document';
import { useEffect, useMemo } from 'react';
import { useRegisterActions } from '../session/action-registry.ts';
import { arrangeActions } from './action-lists/arrange-actions.ts';
import { editActions } from './action-lists/edit-actions.ts';
import { shapeActions } from './action-lists/shape-actions.ts';
import { viewActions } from './action-lists/view-actions.ts';
import { useBench } from './bench.ts';
import { createDragAids } from './gestures/drag-aids.ts';

/** Mounted while the canvas is open. */
export function CanvasActions(): null {
  const bench = useBench();
  const actions = useMemo(() => {
    const editing = createEditingCommands(bench.room.commandsOptions);
    return [
      ...viewActions(bench),
      ...editActions(bench, editing),
      ...arrangeActions(bench, editing),
      ...shapeActions(bench, editing),
    ];
  }, [bench]);
  useRegisterActions('canvas', actions);
  useEffect(() => bench.canvas.setState({ aids: createDragAids(bench) }), [bench]);
  return null;
}
