/** What the details do with elements and diagrams, each with one command and a word about it. */
import { type DiagramId, diagramId, type Element, type ElementId, elementId } from '@strideboard/model';
import { diagrams as words, say } from '@strideboard/words';
import { shownDiagram } from '../room/current-diagram.ts';
import { showDrawing } from '../room/goto-diagram.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { freeSpot } from './free-spot.ts';
import { nextNumber, tabList } from './tab-list.ts';
import { useDiagramVerbs } from './verbs.ts';

/** A reference of a boundary is a sign for it, not a room, px. */
const BOUNDARY_SIGN = { width: 160, height: 60 };

/** Actions on elements, for the open board. */
export interface ElementActions {
  /** Adds a diagram without going there; its id, `null` when it could not be added. */
  addDiagram(): DiagramId | null;
  /** Adds a diagram that details an element, and goes there. */
  detail(element: ElementId): void;
  /** Shows an element on another diagram by reference. */
  showOn(element: ElementId, diagram: DiagramId): void;
  moveTo(elements: readonly Element[], diagram: DiagramId): void;
}

/** The actions. */
export function useElementActions(): ElementActions {
  const room = useRoom();
  const session = useSessionStore();
  const verbs = useDiagramVerbs();
  const report = useReport();
  const names = useSubjectNames();
  const model = () => room.document.model();
  const titleOf = (diagram: DiagramId): string =>
    tabList(model().diagrams, words).find(({ id }) => id === diagram)?.name ?? '';
  const add = (title: string, details?: ElementId): DiagramId | null => {
    const result = verbs.add(title, details);
    return report(result) && result.ok ? diagramId(result.ids[0] ?? '') : null;
  };
  return {
    addDiagram() {
      const tabs = tabList(model().diagrams, words);
      return add(say(words.numbered, { number: nextNumber(tabs, words) }));
    },
    detail(element) {
      const diagram = add(names.name(element) ?? '', element);
      if (diagram !== null) session.getState().setDiagram(diagram);
    },
    showOn(element, diagram) {
      const original = room.index().elements.get(element);
      if (original === undefined) return;
      const size = original.kind === 'boundary' ? BOUNDARY_SIGN : original;
      const spot = freeSpot(model(), shownDiagram(model().diagrams, diagram), size);
      const result = verbs.show(element, diagram, spot);
      if (!report(result) || !result.ok) return;
      const [id = ''] = result.ids;
      session.getState().tell({
        text: say(words.section.shown, { title: titleOf(diagram) }),
        action: { label: words.section.goThere, run: () => showDrawing(room, session, elementId(id)) },
      });
    },
    moveTo(elements, diagram) {
      const ids = elements.map(({ id }) => id);
      const [first] = ids;
      if (!report(verbs.moveElements(ids, diagram))) return;
      session.getState().tell({
        text: say(words.section.moved, { title: titleOf(diagram), count: ids.length }),
        ...(first !== undefined
          ? { action: { label: words.section.goThere, run: () => showDrawing(room, session, first) } }
          : {}),
      });
    },
  };
}
