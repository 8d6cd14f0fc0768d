/** The running workshop as its parts read it. */
import type { Workshop } from '@strideboard/model';
import { useMemo } from 'react';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { type Standing, standingOf } from './agenda-place.ts';

const phaseIn = ({ phase }: Workshop): Workshop['phase'] => phase;
const agendaIn = ({ agenda }: Workshop): Workshop['agenda'] => agenda;

/** Where the workshop stands; `null` while none runs. */
export function useStanding(): Standing | null {
  const phase = useWorkshop(phaseIn);
  const agenda = useWorkshop(agendaIn);
  return useMemo(() => standingOf({ phase, agenda }), [phase, agenda]);
}
