/** Writing controls, where they are applied and what they answer; what was refused is told. */
import { type ApplyArguments, type ControlFields, createRegisterCommands } from '@strideboard/document';
import { proof as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';

/** What can be done. */
export interface ControlActions {
  /** Gives its id; `null` when it was refused. */
  readonly add: (title: string) => string | null;
  readonly edit: (id: string, fields: ControlFields) => void;
  readonly remove: (id: string, title: string) => void;
  readonly apply: (places: readonly ApplyArguments[]) => void;
  readonly link: (control: string, threats: readonly string[], on: boolean) => void;
}

/** The actions for the open board. */
export function useControlActions(): ControlActions {
  const { commandsOptions, document, history } = useRoom();
  const session = useSessionStore();
  const report = useReport();
  return useMemo(() => {
    const commands = createRegisterCommands(commandsOptions);
    const done = (result: Parameters<typeof report>[0]): boolean => {
      const isDone = report(result);
      // What was done shows at once.
      document.flush();
      return isDone;
    };
    return {
      add: (title) => {
        const result = commands.addControl({ title });
        return done(result) && result.ok ? (result.ids[0] ?? null) : null;
      },
      edit: (id, fields) => void done(commands.editControl({ id, ...fields })),
      remove: (id, title) => {
        if (!done(commands.deleteControl({ ids: [id] }))) return;
        session.getState().tell({
          text: say(words.own.deleted, { title }),
          action: {
            label: words.own.undo,
            run: () => {
              if (history.undoName?.command === 'deleteControl') history.undo();
            },
          },
        });
      },
      apply: (places) => void done(commands.applyAll({ places })),
      link: (control, threats, on) =>
        void done(commands.mitigateAll({ links: threats.map((threat) => ({ threat, control, on })) })),
    };
  }, [commandsOptions, document, history, session, report]);
}
