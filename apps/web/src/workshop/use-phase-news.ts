/** Says politely where the workshop is, when somebody joins it and whenever it goes on. Nothing opens and the keyboard stays where it is. */
import { say, workshop as words } from '@strideboard/words';
import { useEffect, useRef } from 'react';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import type { Standing } from './agenda-place.ts';
import { expectedText } from './expected-text.ts';

/** Speaks once for each time a phase begins. */
export function usePhaseNews(standing: Standing | null): void {
  const session = useSessionStore();
  const role = useRole();
  const begun = useWorkshop(({ phase }) => (phase === null ? null : `${phase.id} ${String(phase.startedAt)}`));
  const phase = standing?.items[standing.at]?.phase ?? null;
  const told = useRef<{ readonly begun: string | null; readonly isRunning: boolean }>({
    begun: null,
    isRunning: false,
  });
  useEffect(() => {
    const before = told.current;
    if (role === null || before.begun === begun) return;
    told.current = { begun, isRunning: phase !== null };
    if (phase !== null) {
      const expected = expectedText(phase, role);
      session.getState().announce(say(words.began, { phase: words.phases[phase], expected }));
    } else if (before.isRunning) session.getState().tell({ text: words.ended });
  }, [begun, phase, role, session]);
}
