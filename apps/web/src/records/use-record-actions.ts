/** Writing records and what the model is about; what was refused is told. */
import { createRegisterCommands, type NewRecord, type SetMetaArguments } from '@strideboard/document';
import type { RecordState, TeamRecord } from '@strideboard/model';
import { isOpenThreat } from '@strideboard/stride';
import { records as words, say } from '@strideboard/words';
import { useContext, useMemo } from 'react';
import { AnalysisContext } from '../analysis/use-analysis.ts';
import type { Room } from '../room/room.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';

/** What can be changed of a record in place. */
type RecordChange = Partial<Pick<TeamRecord, 'title' | 'owner' | 'due' | 'about'>>;

/** What can be done; each says whether it was done. */
export interface RecordActions {
  readonly add: (record: NewRecord) => boolean;
  readonly edit: (id: string, change: RecordChange) => boolean;
  /** Tells how many threats are open or decided again through it. */
  readonly setState: (record: TeamRecord, state: RecordState) => boolean;
  readonly remove: (record: TeamRecord) => boolean;
  readonly describe: (meta: SetMetaArguments) => boolean;
}

/** The actions for the open board. */
export function useRecordActions(): RecordActions {
  const { commandsOptions, document, history } = useRoom();
  const analysis = useContext(AnalysisContext)?.store;
  const session = useSessionStore();
  const report = useReport();
  return useMemo(() => {
    const commands = createRegisterCommands(commandsOptions);
    const done = (result: Parameters<typeof report>[0]): boolean => {
      const isDone = report(result);
      // The list shows it at once.
      document.flush();
      return isDone;
    };
    const openCount = (): number => analysis?.getState().threats.filter(isOpenThreat).length ?? 0;
    return {
      add: (record) => done(commands.addRecord(record)),
      edit: (id, change) => done(commands.editRecord({ id, ...change })),
      setState: (record, state) => {
        const before = openCount();
        const isDone = done(commands.editRecord({ id: record.id, state }));
        const count = openCount() - before;
        if (count > 0) session.getState().tell({ text: say(words.reopened, { count }) });
        else if (count < 0) session.getState().tell({ text: say(words.closedAgain, { count: -count }) });
        return isDone;
      },
      remove: ({ id, title }) => {
        const isDone = done(commands.deleteRecord({ ids: [id] }));
        if (isDone)
          session.getState().tell({
            text: say(words.deleted, { title }),
            action: { label: words.undo, run: () => undoDeletion(history) },
          });
        return isDone;
      },
      describe: (meta) => done(commands.setMeta(meta)),
    };
  }, [commandsOptions, document, history, analysis, session, report]);
}

/** Only while it is the last step: another one is not meant. */
function undoDeletion(history: Room['history']): void {
  if (history.undoName?.command === 'deleteRecord') history.undo();
}
