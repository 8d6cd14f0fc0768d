/** Hands, laser pointer, hidden cursors: what people do together beside drawing. */
import { say, together as words } from '@strideboard/words';
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useRoom } from '../room/use-room.ts';
import { phaseOf } from '../room/workshop/phases.ts';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { useRegisterActions } from '../session/action-registry.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { isWatching } from '../session/watching.ts';
import { useWords } from '../session/words.ts';
import { useReport } from '../ui/use-report.ts';
import { HandBar } from './HandBar.tsx';
import { lockActions, lockFor } from './lock-actions.ts';
import { LockDialog } from './LockDialog.tsx';
import { createHandQueue, type RaisedHand } from './raised-hands.ts';
import { togetherActions } from './together-actions.ts';
import { useHand } from './use-hand.ts';
import { useLaser } from './use-laser.ts';
import { usePresenceRate } from './use-presence-rate.ts';
import { WatchBar } from './WatchBar.tsx';

/** A shared screen looks on; everybody else takes part. */
export function TogetherPart() {
  return isWatching() ? <WatchBar /> : <Taking />;
}

/** The bar shows while a phase runs or somebody has a hand raised. */
function Taking() {
  const room = useRoom();
  const session = useSessionStore();
  const { memory } = useEnvironment();
  const { start } = useWords();
  const [queue] = useState(() => createHandQueue(room.live, session, () => memory.preferences().name ?? start.guest));
  const hands = useSyncExternalStore(queue.subscribe, queue.list);
  const raise = useHand(hands);
  const point = useLaser();
  const hand = useSession((state) => state.hand);
  const laser = useSession((state) => state.laser);
  const hidesCursors = useSession((state) => state.hidesCursors);
  const isRunning = useWorkshop((workshop) => phaseOf(workshop) !== null);
  usePresenceRate();
  useSayHands(hands);
  useEffect(() => {
    if (memory.preferences().hidesCursors) session.setState({ hidesCursors: true });
  }, [memory, session]);
  const actions = useMemo(
    () =>
      togetherActions({
        ...{ raise, point },
        isRaised: hand !== null,
        isPointing: laser !== null,
        hidesCursors,
        hideCursors: (hidden) => {
          session.setState({ hidesCursors: hidden });
          memory.setPreferences({ hidesCursors: hidden });
          session.getState().announce(hidden ? words.cursors.hidden : words.cursors.shown);
        },
      }),
    [session, memory, raise, point, hand, laser, hidesCursors],
  );
  useRegisterActions('together', actions);
  const [locking, setLocking] = useState<readonly string[] | null>(null);
  const report = useReport();
  const locks = useMemo(
    () => lockActions({ ...{ room, session, report }, onLock: setLocking }),
    [room, session, report],
  );
  useRegisterActions('facilitator-locks', locks);
  return (
    <>
      {hands.length === 0 && !isRunning ? null : <HandBar hands={hands} onRaise={raise} onPoint={point} />}
      {locking === null ? null : (
        <LockDialog
          count={locking.length}
          onClose={() => setLocking(null)}
          onLock={(reason) => {
            setLocking(null);
            void lockFor({ room, session, report }, { ids: locking, on: true, reason });
          }}
        />
      )}
    </>
  );
}

/** Reads out to facilitators who has raised a hand. */
function useSayHands(hands: readonly RaisedHand[]): void {
  const session = useSessionStore();
  const role = useRole();
  const known = useRef<ReadonlySet<string>>(new Set());
  const tell = useEffectEvent((now: readonly RaisedHand[]) => {
    const fresh = now.filter(({ principal, isMe }) => !isMe && !known.current.has(principal));
    known.current = new Set(now.map(({ principal }) => principal));
    if (role !== 'facilitate' || fresh.length === 0) return;
    const name = fresh.map((hand) => hand.name).join(', ');
    session.getState().announce(say(words.hands.others, { name, count: now.length }));
  });
  useEffect(() => tell(hands), [hands]);
}
