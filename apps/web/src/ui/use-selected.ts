/** What is selected, as things rather than ids. */
import type { Element, ElementId, Flow, FlowId, SubjectId } from '@strideboard/model';
import { useMemo } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSession } from '../session/use-session.ts';

/** Selected things that are on the board, each list in the order of selection. */
export interface Selected {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  /** Whom facts, threats and questions are about: a reference stands for its element. No repetitions. */
  readonly subjects: readonly SubjectId[];
  /** The one selected element or flow; `null` for none or several. */
  readonly only: Element | Flow | null;
}

/** The current selection. */
export function useSelected(): Selected {
  const room = useRoom();
  const ids = useSession((state) => state.selection);
  const index = useModel(() => room.index());
  return useMemo(() => {
    const elements: Element[] = [];
    const flows: Flow[] = [];
    for (const id of ids) {
      const element = index.elements.get(id as ElementId); // selections hold ids of both sorts; the index decides which
      const flow = index.flows.get(id as FlowId); // as above
      if (element !== undefined) elements.push(element);
      else if (flow !== undefined) flows.push(flow);
    }
    const subjects = new Set<SubjectId>([
      ...elements.map((element) => (element.kind === 'ref' ? (element.of ?? element.id) : element.id)),
      ...flows.map((flow) => flow.id),
    ]);
    const all = [...elements, ...flows];
    return { elements, flows, subjects: [...subjects], only: all.length === 1 ? (all[0] ?? null) : null };
  }, [index, ids]);
}

/** Tells a flow from an element. */
export const isFlow = (subject: Element | Flow): subject is Flow => 'source' in subject;
