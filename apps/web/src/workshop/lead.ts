/** What a facilitator does to the workshop of a board. The server refuses the same from anybody else. */
import { type CommandResult, createRegisterCommands } from '@strideboard/document';
import { type AgendaItem, openBallot, silentRound, writeAgenda } from '../room/workshop/phases.ts';
import type { Room } from '../room/room.ts';
import { OVER, storedPhase } from './agenda-place.ts';
import { addMinute, MINUTE_MS, pauseTimer, resumeTimer, startTimer } from './timer.ts';

/** A step, told by what it does. Each writes as much as the board takes and reports what it does not. */
export interface Lead {
  /** Goes to the phase at a place of an agenda; its timer starts with it. */
  enter(items: readonly AgendaItem[], at: number): void;
  setAgenda(items: readonly AgendaItem[]): void;
  beginRound(prompt: string): void;
  /** Ends the round that is sealed; does nothing where none is. */
  endRound(state: 'revealed' | 'discarded'): void;
  /** Closes the vote that is open; does nothing where none is. */
  closeBallot(): void;
  end(): void;
  startTimer(minutes: number): void;
  pauseTimer(): void;
  resumeTimer(): void;
  addMinute(): void;
  stopTimer(): void;
}

type Place = Pick<Room, 'document' | 'commandsOptions' | 'now'>;

/** The steps on one board; `report` is given what each write came to and says whether it was taken. */
export function createLead(room: Place, report: (result: CommandResult) => boolean): Lead {
  const verbs = createRegisterCommands(room.commandsOptions);
  const workshop = () => room.document.workshop();
  const done = (...results: readonly CommandResult[]): void => {
    results.every(report);
    room.document.flush();
  };
  const change = (step: typeof pauseTimer): void => {
    const { timer } = workshop();
    if (timer !== null) done(verbs.setTimer({ timer: step(timer, room.now()) }));
  };
  const fresh = (minutes: number) => (minutes === 0 ? null : startTimer(room.now(), minutes * MINUTE_MS));
  return {
    enter(items, at) {
      const item = items[at];
      if (item === undefined) return;
      done(verbs.setPhase({ phase: storedPhase(items, at) }), verbs.setTimer({ timer: fresh(item.minutes) }));
    },
    setAgenda: (items) => done(verbs.setAgenda({ agenda: writeAgenda(items) })),
    beginRound: (prompt) => done(verbs.setRound({ state: 'silent', prompt })),
    endRound(state) {
      const round = silentRound(workshop());
      if (round !== null) done(verbs.setRound({ round: round.id, state }));
    },
    closeBallot() {
      const ballot = openBallot(workshop());
      if (ballot !== null) done(verbs.setBallot({ ballot: ballot.id, state: 'closed' }));
    },
    end: () => done(verbs.setTimer({ timer: null }), verbs.setPhase({ phase: OVER })),
    startTimer: (minutes) => done(verbs.setTimer({ timer: fresh(minutes) })),
    pauseTimer: () => change(pauseTimer),
    resumeTimer: () => change(resumeTimer),
    addMinute: () => change(addMinute),
    stopTimer: () => done(verbs.setTimer({ timer: null })),
  };
}
