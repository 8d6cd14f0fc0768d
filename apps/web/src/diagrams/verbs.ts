/** What can be done with diagrams: the document's verbs, fetched with this feature. */
import { type CommandResult, createRegisterCommands } from '@strideboard/document';
import type { DiagramId, ElementId } from '@strideboard/model';
import { useMemo } from 'react';
import { useRoom } from '../room/use-room.ts';

/** A place on a diagram, px. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The verbs of this feature; each is one undo step and says what it did. */
export interface DiagramVerbs {
  /** Adds a diagram after the others; gives its id. */
  add(title: string, details?: ElementId): CommandResult;
  rename(diagram: DiagramId, title: string): CommandResult;
  /** Deletes a diagram with everything on it. */
  remove(diagram: DiagramId): CommandResult;
  /** Puts a diagram before another; `null` = last. */
  move(diagram: DiagramId, before: DiagramId | null): CommandResult;
  /** Shows an element on a diagram by reference; gives the reference's id. */
  show(element: ElementId, diagram: DiagramId, at: Spot): CommandResult;
  moveElements(ids: readonly ElementId[], diagram: DiagramId): CommandResult;
}

/** The verbs for the open board. The model is up to date when one returns. */
export function useDiagramVerbs(): DiagramVerbs {
  const { commandsOptions, document } = useRoom();
  return useMemo(() => {
    const commands = createRegisterCommands(commandsOptions);
    const settled = (result: CommandResult): CommandResult => {
      document.flush();
      return result;
    };
    return {
      add: (title, details) => settled(commands.addDiagram({ title, ...(details === undefined ? {} : { details }) })),
      rename: (diagram, title) => settled(commands.renameDiagram({ diagram, title })),
      remove: (diagram) => settled(commands.deleteDiagram({ diagram, with: 'elements' })),
      move: (diagram, before) => settled(commands.moveDiagram({ diagram, before })),
      show: (element, diagram, { x, y }) => settled(commands.show({ element, diagram, x, y })),
      moveElements: (ids, diagram) => settled(commands.moveToDiagram({ ids, diagram })),
    };
  }, [commandsOptions, document]);
}
