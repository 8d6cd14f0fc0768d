/** Reading the results of tests into the controls they test: one step, which can be taken back. */
import { exported, proof as words, say } from '@strideboard/words';
import { useCallback } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import type { ControlActions } from './use-control-actions.ts';

/** Reads a file and says what became of it. */
export function useTestResults(actions: ControlActions): (file: File) => Promise<void> {
  const { document, history } = useRoom();
  const session = useSessionStore();
  return useCallback(
    async (file) => {
      const refuse = (text: string): void => session.getState().tell({ text, tone: 'problem' });
      const name = file.name;
      const [{ matchResults, readResults }, { problemText }, bytes] = await Promise.all([
        import('@strideboard/formats/proof'),
        import('@strideboard/formats'),
        file.arrayBuffer(),
      ]);
      const read = readResults(new Uint8Array(bytes));
      if (!read.ok) {
        refuse(say(words.read.refused, { file: name, reason: problemText(read.problem, { exported }) }));
        return;
      }
      if (read.cases.length === 0) {
        refuse(say(words.read.none, { file: name }));
        return;
      }
      document.flush();
      const matched = matchResults(read.cases, document.model().applied, name);
      const { tested, changed, unmatched, skipped, untested } = matched;
      if (matched.isForeign) {
        refuse(say(words.read.foreign, { file: name }));
        return;
      }
      if (changed.length > 0)
        actions.apply(changed.map(({ control, element, state, evidence }) => ({ control, element, state, evidence })));
      const count = (state: string): number => tested.filter((one) => one.state === state).length;
      const rest = { unmatched: unmatched.length, skipped: skipped.length, untested: untested.length };
      const isAll = rest.unmatched + rest.skipped + rest.untested === 0;
      const done = say(words.read.done, {
        verified: count('verified'),
        failed: count('failed'),
        same: tested.length - changed.length,
      });
      session.getState().tell({
        text: isAll ? done : `${done}${say(words.read.rest, rest)}`,
        ...(changed.length === 0
          ? {}
          : {
              action: {
                label: words.read.undo,
                run: () => {
                  if (history.undoName?.command === 'applyAll') history.undo();
                },
              },
            }),
      });
    },
    [actions, document, history, session],
  );
}
