/** Leading the workshop from a component. */
import { useMemo } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useReport } from '../ui/use-report.ts';
import { createLead, type Lead } from './lead.ts';

/** The facilitator's steps; what the board does not take is told. */
export function useLead(): Lead {
  const { live } = useRoom();
  const report = useReport();
  return useMemo(() => createLead(live, report), [live, report]);
}
