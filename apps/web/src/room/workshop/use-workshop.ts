/** Reading the running workshop from components, and its clock. */
import type { Role } from '@strideboard/wire';
import type { Workshop } from '@strideboard/model';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection, useRoom } from '../use-room.ts';
import { roleNow } from '../room.ts';

/** A value derived from the workshop; `select` must return the same object while nothing it depends on changed. */
export function useWorkshop<T>(select: (workshop: Workshop) => T): T {
  const { document } = useRoom();
  const subscribe = useCallback((listener: () => void) => document.subscribe(listener), [document]);
  return useSyncExternalStore(subscribe, () => select(document.workshop()));
}

/** What this person may do now; `null` before the server has said it. */
export const useRole = (): Role | null => useConnection(roleNow);

/** The time of the server, ms since 1970 UTC, renewed every so many ms while `on`. */
export function useServerTime(everyMs: number, on = true): number {
  const room = useRoom();
  const [time, setTime] = useState(() => room.now());
  useEffect(() => {
    if (!on) return;
    const tick = (): void => setTime(room.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [room, everyMs, on]);
  return time;
}
