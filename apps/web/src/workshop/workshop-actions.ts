/** What facilitators can do to a workshop, as actions: menus, the list of commands and buttons of other places run the same. */
import { say, workshop as words } from '@strideboard/words';
import type { Room } from '../room/room.ts';
import { type AgendaItem, PHASE_IDS, phaseOf } from '../room/workshop/phases.ts';
import type { Action } from '../session/action-registry.ts';
import { type Standing, standingOf } from './agenda-place.ts';
import type { Lead } from './lead.ts';
import { minutesFor } from './minutes-for.ts';
import { leftOf } from './timer.ts';

interface WorkshopDoing {
  readonly room: Room;
  readonly lead: Lead;
  readonly goTo: (items: readonly AgendaItem[], at: number) => void;
  readonly ask: (kind: 'start' | 'agenda' | 'end') => void;
  readonly toggleChecklist: () => void;
  readonly sound: { readonly isOn: () => boolean; readonly toggle: () => void };
}

/** The actions; what cannot be done now, or not by this person, is not offered. */
export function workshopActions({ room, lead, goTo, ask, toggleChecklist, sound }: WorkshopDoing): readonly Action[] {
  const standing = (): Standing | null => standingOf(room.document.workshop());
  const timer = () => room.document.workshop().timer;
  const leads = (): boolean => room.connection.state().role === 'facilitate';
  const isLeading = (): boolean => leads() && standing() !== null;
  const isRunning = (): boolean => {
    const now = timer();
    return now !== null && now.pausedLeftMs === null && leftOf(now, room.now()) > 0;
  };
  const go = (by: number): void => {
    const now = standing();
    if (now !== null) goTo(now.items, now.at + by);
  };
  const led = (id: string, label: string, run: () => void, isPossible: () => boolean = () => true): Action => ({
    id,
    group: 'workshop',
    label,
    keywords: words.lead.keywords,
    isPossible: () => isLeading() && isPossible(),
    run,
  });
  const timed = (...rest: Parameters<typeof led>): Action => ({ ...led(...rest), keywords: words.timer.keywords });
  return [
    {
      id: 'workshop-start',
      group: 'workshop',
      label: words.lead.start,
      keywords: words.lead.keywords,
      isPossible: () => leads() && standing() === null,
      run: () => void room.whole.then(() => ask('start')),
    },
    led(
      'workshop-next',
      words.lead.nextAction,
      () => go(1),
      () => {
        const now = standing();
        return now !== null && now.at + 1 < now.items.length;
      },
    ),
    led('workshop-again', words.lead.again, () => go(0)),
    ...PHASE_IDS.map((phase) =>
      led(
        `workshop-phase-${phase}`,
        say(words.goTo, { phase: words.phases[phase] }),
        () => {
          const items = standing()?.items ?? [];
          goTo(
            items,
            items.findIndex((item) => item.phase === phase),
          );
        },
        () =>
          phaseOf(room.document.workshop()) !== phase &&
          (standing()?.items.some((item) => item.phase === phase) ?? false),
      ),
    ),
    led('workshop-agenda', words.lead.agenda, () => ask('agenda')),
    led('workshop-checklist', words.lead.checklist, toggleChecklist),
    led('workshop-end', words.lead.end, () => ask('end')),
    timed(
      'timer-start',
      words.timer.start,
      () => lead.startTimer(minutesFor(standing())),
      () => timer() === null,
    ),
    timed('timer-pause', words.timer.pause, () => lead.pauseTimer(), isRunning),
    timed(
      'timer-resume',
      words.timer.resume,
      () => lead.resumeTimer(),
      () => timer()?.pausedLeftMs != null,
    ),
    timed(
      'timer-add',
      words.timer.add,
      () => lead.addMinute(),
      () => timer() !== null,
    ),
    timed(
      'timer-stop',
      words.timer.stop,
      () => lead.stopTimer(),
      () => timer() !== null,
    ),
    {
      id: 'timer-sound',
      group: 'workshop',
      label: words.timer.sound,
      keywords: words.timer.keywords,
      isPossible: () => standing() !== null,
      isOn: sound.isOn,
      run: sound.toggle,
    },
  ];
}
