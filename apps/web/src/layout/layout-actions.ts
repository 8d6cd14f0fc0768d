/** What a person can have laid out. */
import { type Element, type ElementId, isClosedBoundary, topMost } from '@strideboard/model';
import { layout as words } from '@strideboard/words';
import { elementsOn } from '../room/current-diagram.ts';
import type { Room } from '../room/room.ts';
import { type Action, changing } from '../session/action-registry.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { LayoutRunner } from './layout-runner.ts';

/** The list. */
export function layoutActions(room: Room, session: SessionStore, runner: LayoutRunner): readonly Action[] {
  const selected = (): readonly Element[] => {
    const { elements } = room.index();
    return session.getState().selection.flatMap((id) => elements.get(id as ElementId) ?? []); // ids of flows are simply not found
  };
  const onDiagram = (): readonly Element[] => elementsOn(room.document.model(), session.getState().diagram);
  const boundary = (): Element | null => {
    const [first, ...others] = selected();
    if (first === undefined || others.length > 0 || !isClosedBoundary(first) || first.collapsed) return null;
    return (room.index().children.get(first.id) ?? []).length > 0 ? first : null;
  };
  const chosen = (): readonly ElementId[] =>
    topMost(
      selected().map(({ id }) => id),
      room.document.model().elements,
    );
  const mayRun = (): boolean => room.mayEdit() && runner.store.getState().count === 0;
  return changing([
    {
      id: 'layout-all',
      group: 'arrange',
      label: words.all,
      keywords: words.keywords,
      isPossible: () => mayRun() && onDiagram().length > 0,
      run: () => runner.start({ kind: 'all' }),
    },
    {
      id: 'layout-selection',
      group: 'arrange',
      label: words.selection,
      keywords: words.keywords,
      isPossible: () => mayRun() && chosen().length > 1,
      run: () => runner.start({ kind: 'selection', ids: chosen() }),
    },
    {
      id: 'layout-boundary',
      group: 'arrange',
      label: words.boundary,
      keywords: words.keywords,
      isPossible: () => mayRun() && boundary() !== null,
      run: () => {
        const inside = boundary();
        if (inside !== null) runner.start({ kind: 'boundary', id: inside.id });
      },
    },
  ]);
}
