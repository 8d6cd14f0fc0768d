/** Writing threats by hand; what is refused is told. */
import { type CommandResult, createRegisterCommands } from '@strideboard/document';
import { useMemo } from 'react';
import { useRoom } from '../../room/use-room.ts';
import { useReport } from '../../ui/use-report.ts';

type Verbs = Pick<ReturnType<typeof createRegisterCommands>, 'addThreat' | 'editThreat' | 'deleteThreat'>;

/** What can be done; each shows at once. */
export interface Written {
  /** Gives the id of the new one, `null` when it was refused. */
  readonly add: (fields: Parameters<Verbs['addThreat']>[0]) => string | null;
  readonly edit: (fields: Parameters<Verbs['editThreat']>[0]) => void;
  readonly remove: (id: string) => boolean;
}

/** The writing for the open board. */
export function useWritten(): Written {
  const { commandsOptions, document } = useRoom();
  const report = useReport();
  return useMemo(() => {
    const commands = createRegisterCommands(commandsOptions);
    const done = (result: CommandResult): CommandResult => {
      report(result);
      document.flush();
      return result;
    };
    return {
      add: (fields) => {
        const result = done(commands.addThreat(fields));
        return result.ok ? (result.ids[0] ?? null) : null;
      },
      edit: (fields) => void done(commands.editThreat(fields)),
      remove: (id) => done(commands.deleteThreat({ ids: [id] })).ok,
    };
  }, [commandsOptions, document, report]);
}
