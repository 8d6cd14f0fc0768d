/** What tabs do, each with one command and a word about it. */
import { type DiagramId, diagramId } from '@strideboard/model';
import { diagrams as words, say } from '@strideboard/words';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';
import { nextNumber, type Tab } from './tab-list.ts';
import { useDiagramVerbs } from './verbs.ts';

/** Actions on the list of diagrams. Those on a diagram without a record do nothing. */
export interface TabActions {
  /** Adds a diagram and goes there; its id, `null` when it could not be added. */
  add(): DiagramId | null;
  rename(tab: Tab, title: string): void;
  /** Moves a tab by one place. */
  move(tab: Tab, by: -1 | 1): void;
  /** Deletes a diagram with what is on it; offers to take it back. */
  remove(tab: Tab): void;
}

/** The actions for the present tabs. */
export function useTabActions(tabs: readonly Tab[]): TabActions {
  const verbs = useDiagramVerbs();
  const report = useReport();
  const session = useSessionStore();
  const { history } = useRoom();
  return {
    add() {
      const result = verbs.add(say(words.numbered, { number: nextNumber(tabs, words) }));
      if (!report(result) || !result.ok) return null;
      const id = diagramId(result.ids[0] ?? '');
      session.getState().setDiagram(id);
      return id;
    },
    rename({ id }, title) {
      if (id !== null) report(verbs.rename(id, title));
    },
    move({ id }, by) {
      const at = tabs.findIndex((tab) => tab.id === id);
      const isPossible = tabs[at + by] !== undefined;
      if (id !== null && isPossible) report(verbs.move(id, tabs[by < 0 ? at - 1 : at + 2]?.id ?? null));
    },
    remove(tab) {
      if (tab.id === null) return;
      const at = tabs.findIndex(({ id }) => id === tab.id);
      const neighbour = tabs[at + 1] ?? tabs[at - 1];
      const now = session.getState();
      if (now.diagram === tab.id && neighbour !== undefined) now.setDiagram(neighbour.id);
      if (!report(verbs.remove(tab.id))) return;
      const done = history.undoName;
      now.tell({
        text: say(words.removal.done, { title: tab.name }),
        action: {
          label: words.undo,
          run: () => {
            // Undo takes back the newest step; once that is another one, Ctrl+Z leads back here in its turn.
            if (history.undoName === done) history.undo();
          },
        },
      });
    },
  };
}
