/**
 * Publishes my dots once their ballot is closed, and says meanwhile how many I gave. Lives as long as the board is open, whatever is in view.
 *
 * On time is who saw the ballot open while connected and hears of the closing on the same line, or publishes within seconds of it: a page that
 * is being reloaded just then, or a clock that is a little off, is not late. Who was away publishes on return, marked late.
 */
import { createRegisterCommands } from '@strideboard/document';
import type { WorkshopBallot } from '@strideboard/model';
import type { Room } from '../room/room.ts';
import { roleNow } from '../room/room.ts';
import { openBallot, silentRound } from '../room/workshop/phases.ts';
import { type DotBox, sumOf } from './dot-box.ts';
import { withinRules } from './give-dot.ts';

/** What it needs of an open board. */
type Place = Pick<Room, 'document' | 'connection' | 'presence' | 'commandsOptions' | 'now'>;

/** Told when dots were published too late for the result. */
type OnLate = (ballot: WorkshopBallot) => void;

/** Time after a closing in which nobody is late, ms of server time. */
export const GRACE_MS = 10_000;

/** Begins; returns the way to stop. */
export function publishDots(room: Place, box: DotBox, onLate: OnLate): () => void {
  const { document, connection, presence } = room;
  const commands = createRegisterCommands(room.commandsOptions);
  /** Ballots seen open on the line that is up now. */
  const seenOpen = new Set<string>();
  let sealed: number | null = null;

  const publish = (principal: string, ballot: WorkshopBallot): void => {
    const place = { principal, ballot: ballot.id };
    const closing = ballot.closedAt ?? 0;
    const mine = box.of(place);
    if (mine.published === closing) return;
    const dots = withinRules(ballot, mine);
    if (Object.keys(dots).length === 0) return;
    const late = !seenOpen.has(ballot.id) && room.now() > closing + GRACE_MS;
    // Before the document is asked: publishing brings us here again.
    box.update(place, (now) => ({ ...now, published: closing, late }));
    if (commands.publishVotes({ ballot: ballot.id, dots, late }).ok) {
      if (late && sumOf(mine) > 0) onLate(ballot);
    } else box.update(place, (now) => ({ ...now, published: null, late: false }));
  };
  const seal = (principal: string | null): void => {
    const workshop = document.workshop();
    const open = openBallot(workshop);
    const votes = open !== null && principal !== null && silentRound(workshop) === null;
    const next = votes ? sumOf(box.of({ principal, ballot: open.id })) : null;
    if (next === sealed) return;
    sealed = next;
    presence.set({ sealed: next });
  };
  const check = (): void => {
    const state = connection.state();
    const principal = roleNow(state) === 'view' ? null : state.principal;
    if (state.phase !== 'live') seenOpen.clear();
    else if (principal !== null) {
      for (const ballot of document.workshop().ballots) {
        if (ballot.state === 'open') seenOpen.add(ballot.id);
        else publish(principal, ballot);
      }
    }
    seal(principal);
  };
  let phase = connection.state().phase;
  const stops = [
    document.subscribe(check),
    box.subscribe(check),
    connection.subscribe(() => {
      // What came with the line is to be seen before the line counts as up: a ballot closed meanwhile was not seen open on it.
      if (connection.state().phase !== phase) document.flush();
      phase = connection.state().phase;
      check();
    }),
  ];
  check();
  return () => {
    for (const stop of stops) stop();
    if (sealed !== null) presence.set({ sealed: null });
  };
}
