/** Says what others' work did to mine, and offers what helps: a flow whose end somebody deleted can be brought back. */
import type { SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import { useEffect } from 'react';
import { createLostEnds } from '../room/lost-ends.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { useReport } from '../ui/use-report.ts';

/** Watches while the board is open; shows nothing itself. */
export function ConflictNotices(): null {
  const room = useRoom();
  const session = useSessionStore();
  const { board, common } = useWords();
  const report = useReport();
  useEffect(() => {
    const { document } = room;
    const findLost = createLostEnds({ document, me: () => room.connection.state().principal });
    // What was lost before this page was opened is listed with the odd things; only news is told. This part may arrive late, and what was
    // drawn on this page is news all the same.
    let since = performance.timeOrigin;
    const check = (): void => {
      const lost = findLost().filter(({ drawnAt }) => drawnAt >= since);
      for (const { element, name, by } of uniqueByElement(lost)) {
        const text = say(board.lostEnd, {
          who: document.people().get(by)?.name ?? board.somebody,
          name: name || common.unnamed,
        });
        const run = (): void => void report(room.commands.restore({ ids: [element] }));
        session.getState().tell({ text, action: { label: board.restore, run } });
      }
    };
    check();
    since = Number.NEGATIVE_INFINITY;
    return document.subscribe(check);
  }, [room, session, board, common, report]);
  return null;
}

function uniqueByElement<Item extends { readonly element: SubjectId }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.element, item])).values()];
}
