/** Writing standing decisions; a refusal is a sentence for the place where it was tried. */
import { type CommandResult, createRegisterCommands, type StandingFields } from '@strideboard/document';
import { useMemo } from 'react';
import { useRoom } from '../../room/use-room.ts';
import { refusedText } from '../../ui/stayed-text.ts';

/** What came of it: the id of the decision, or why nothing was written. */
type Written = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: string };

/** What can be done. */
export interface StandingActions {
  readonly add: (fields: Required<StandingFields>) => Written;
  readonly edit: (id: string, fields: Required<StandingFields>) => Written;
  readonly end: (id: string, why: string) => Written;
}

/** The actions for the open board. */
export function useStandingActions(): StandingActions {
  const { commandsOptions, document } = useRoom();
  return useMemo(() => {
    const commands = createRegisterCommands(commandsOptions);
    const said = (result: CommandResult): Written => {
      // The list shows it at once.
      document.flush();
      return result.ok ? { ok: true, id: result.ids[0] ?? '' } : { ok: false, reason: refusedText(result) };
    };
    return {
      add: (fields) => said(commands.addStanding(fields)),
      edit: (id, fields) => said(commands.editStanding({ id, ...fields })),
      end: (id, why) => said(commands.endStanding({ id, why })),
    };
  }, [commandsOptions, document]);
}
