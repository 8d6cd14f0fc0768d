/** Writing decisions from the register: refusals are told, and the table shows at once what was written. */
import { createRegisterCommands, type DecideArguments } from '@strideboard/document';
import type { DecisionField, ThreatId } from '@strideboard/model';
import { useCallback, useMemo } from 'react';
import { useRoom } from '../../room/use-room.ts';
import { useReport } from '../../ui/use-report.ts';

/** What can be written. */
export interface Decide {
  /** All of them in one step of undo, or none; whether they were taken. */
  readonly decide: (all: readonly DecideArguments[]) => boolean;
  /** One field of one threat; an empty text clears. */
  readonly setField: (id: ThreatId, field: DecisionField, value: string | number | readonly string[] | null) => boolean;
}

/** The writing for the open board. */
export function useDecide(): Decide {
  const { commandsOptions, document } = useRoom();
  const commands = useMemo(() => createRegisterCommands(commandsOptions), [commandsOptions]);
  const report = useReport();
  const decide = useCallback(
    (decisions: readonly DecideArguments[]): boolean => {
      const taken = report(commands.decideEach({ decisions }));
      document.flush();
      return taken;
    },
    [commands, document, report],
  );
  const setField = useCallback<Decide['setField']>(
    (id, field, value) => decide([{ threats: [id], fields: { [field]: value === '' ? null : value } }]),
    [decide],
  );
  return { decide, setField };
}
