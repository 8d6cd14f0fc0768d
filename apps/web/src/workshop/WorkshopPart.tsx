/** The running workshop: phase, agenda, timer and what is expected of me now; for facilitators the way to lead it. */
import { workshop as words } from '@strideboard/words';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { useRoom } from '../room/use-room.ts';
import { type AgendaItem, DEFAULT_AGENDA, readAgenda } from '../room/workshop/phases.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useRegisterActions } from '../session/action-registry.ts';
import { lazyPart } from '../session/lazy-part.ts';
import { useSessionStore } from '../session/use-session.ts';
import { type MoveQuestion, questionBefore } from './move.ts';
import { hearsTimer, setHearsTimer } from './timer-sound.ts';
import { useLead } from './use-lead.ts';
import { useStanding } from './use-standing.ts';
import { usePhaseNews } from './use-phase-news.ts';
import { workshopActions } from './workshop-actions.ts';

const WorkshopBar = lazyPart(async () => (await import('./WorkshopBar.tsx')).WorkshopBar);
const AgendaDialog = lazyPart(async () => (await import('./AgendaDialog.tsx')).AgendaDialog);
const MoveDialog = lazyPart(async () => (await import('./MoveDialog.tsx')).MoveDialog);
const EndDialog = lazyPart(async () => (await import('./EndDialog.tsx')).EndDialog);
const Checklist = lazyPart(async () => (await import('./Checklist.tsx')).Checklist);

/** A dialog of the facilitator. */
type Asked =
  | { readonly kind: 'start' | 'agenda' | 'end' }
  | {
      readonly kind: 'move';
      readonly question: MoveQuestion;
      readonly items: readonly AgendaItem[];
      readonly to: number;
    };

/** Shows nothing while no workshop runs; only what a person asks for opens, so that nobody's typing is taken. */
export function WorkshopPart() {
  const { live } = useRoom();
  const session = useSessionStore();
  const lead = useLead();
  const leads = useRole() === 'facilitate';
  const standing = useStanding();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [hasChecklist, setChecklist] = useState(false);
  const [hears, setHears] = useState(hearsTimer);
  usePhaseNews(standing);
  const goTo = useCallback(
    (items: readonly AgendaItem[], to: number): void => {
      const item = items[to];
      if (item === undefined) return;
      const question = questionBefore(live.document.workshop(), item.phase);
      if (question === null) lead.enter(items, to);
      else setAsked({ kind: 'move', question, items, to });
    },
    [live, lead],
  );
  const toggleSound = useCallback((): void => {
    setHearsTimer(!hears);
    setHears(!hears);
    session.getState().announce(hears ? words.timer.soundOff : words.timer.soundOn);
  }, [hears, session]);
  const actions = useMemo(
    () =>
      workshopActions({
        room: live,
        lead,
        goTo,
        ask: (kind) => setAsked({ kind }),
        toggleChecklist: () => setChecklist((on) => !on),
        sound: { isOn: () => hears, toggle: toggleSound },
      }),
    [live, lead, goTo, hears, toggleSound],
  );
  useRegisterActions('workshop', actions);
  const close = useCallback(() => setAsked(null), []);
  return (
    <Suspense>
      {standing === null ? null : (
        <WorkshopBar
          standing={standing}
          goTo={(to) => goTo(standing.items, to)}
          hasChecklist={hasChecklist}
          onChecklist={() => setChecklist(!hasChecklist)}
          onAgenda={() => setAsked({ kind: 'agenda' })}
          onEnd={() => setAsked({ kind: 'end' })}
          hears={hears}
          onSound={toggleSound}
        />
      )}
      {standing !== null && leads && hasChecklist ? (
        <Checklist phase={standing.items[standing.at]?.phase ?? 'prepare'} onClose={() => setChecklist(false)} />
      ) : null}
      {!leads ? null : asked?.kind === 'start' ? (
        <AgendaDialog
          mode="start"
          agenda={DEFAULT_AGENDA}
          onClose={close}
          onDone={(items) => {
            close();
            lead.setAgenda(items);
            setChecklist(true);
            goTo(items, 0);
          }}
        />
      ) : asked?.kind === 'agenda' ? (
        <AgendaDialog
          mode="change"
          agenda={standing?.items ?? readAgenda(live.document.workshop().agenda)}
          onClose={close}
          onDone={(items) => {
            close();
            lead.setAgenda(items);
          }}
        />
      ) : asked?.kind === 'move' ? (
        <MoveDialog question={asked.question} onClose={close} onGo={() => lead.enter(asked.items, asked.to)} />
      ) : asked?.kind === 'end' ? (
        <EndDialog onClose={close} />
      ) : null}
    </Suspense>
  );
}
