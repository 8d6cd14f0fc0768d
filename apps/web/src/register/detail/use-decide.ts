/** Writing decisions from the register: refusals are told, and the table shows at once what was written. */
import type { DecideArguments } from '@strideboard/document';
import type { DecisionField, ThreatId } from '@strideboard/model';
import { useCallback } from 'react';
import { useRoom } from '../../room/use-room.ts';
import { useReport } from '../../ui/use-report.ts';

/** What can be written. */
export interface Decide {
  /** Each of them; whether all were taken. */
  readonly decide: (all: readonly DecideArguments[]) => boolean;
  /** One field of one threat; an empty text clears. */
  readonly setField: (id: ThreatId, field: DecisionField, value: string | number | readonly string[] | null) => boolean;
}

/** The writing for the open board. */
export function useDecide(): Decide {
  const { commands, document } = useRoom();
  const report = useReport();
  const decide = useCallback(
    (all: readonly DecideArguments[]): boolean => {
      const taken = all.map((one) => report(commands.decide(one)));
      document.flush();
      return taken.every(Boolean);
    },
    [commands, document, report],
  );
  const setField = useCallback<Decide['setField']>(
    (id, field, value) => decide([{ threats: [id], fields: { [field]: value === '' ? null : value } }]),
    [decide],
  );
  return { decide, setField };
}
