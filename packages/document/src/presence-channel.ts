/**
 * Says what I am doing and hears what others do. All fields travel in one message; messages go out at a bounded rate with a trailing one, so
 * the last state always arrives. The state is set at once on start, since peers ignore an empty initial one, and again by `resend` after
 * a reconnect. Presence never touches the document.
 */

import { LIMITS, PRESENCE_FIELDS, type PresenceField, type PresenceState } from '@strideboard/wire';
import type { Awareness } from 'y-protocols/awareness';
import { type Presence, readPresence } from './presence.ts';

/** My side of presence and everybody else's. */
export interface PresenceChannel {
  /** Changes fields of my own state; `null` clears one. Goes out now or with the next message. */
  set(fields: PresenceState): void;
  /** My own state as last set, sent or not. */
  own(): PresenceState;
  /** Sends none of these fields from now on, and all others; what is set meanwhile goes out once its field may be sent again. */
  withhold(fields: readonly PresenceField[]): void;
  /** Everybody else's checked state by Yjs client id; the same object while nobody changed. */
  others(): ReadonlyMap<number, Presence>;
  /** Changes the rate; 5 above 30 people. */
  limit(perSecond: number): void;
  /** Sends the own state again at once: after a reconnect. */
  resend(): void;
  /** Calls the listener when somebody else came, went or changed. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Leaves: clears the own state and stops. */
  dispose(): void;
}

/** The awareness to speak through, who I am, at most how many messages a second (20 by default), and fields not to be sent yet. */
export interface PresenceOptions {
  readonly awareness: Awareness;
  readonly initial: PresenceState;
  readonly withheld?: readonly PresenceField[];
  readonly perSecond?: number;
  /** Hears the others and is not seen: nothing is ever said. */
  readonly hidden?: boolean;
}

/** Joins presence with an initial state. */
export function createPresence(options: PresenceOptions): PresenceChannel {
  const { awareness, initial, perSecond = 20, hidden = false } = options;
  const listeners = new Set<() => void>();
  const cache = new Map<number, { readonly state: unknown; readonly presence: Presence | null }>();
  let mine: PresenceState = whitelisted(initial);
  let withheld: readonly string[] = options.withheld ?? [];
  let rate = perSecond;
  let pause: { readonly timer: unknown } | null = null;
  let isStale = false;
  let known: ReadonlyMap<number, Presence> | null = null;

  const send = (): void => {
    isStale = false;
    if (hidden) {
      if (awareness.getLocalState() !== null) awareness.setLocalState(null);
      return;
    }
    awareness.setLocalState(Object.fromEntries(Object.entries(mine).filter(([name]) => !withheld.includes(name))));
    if (pause !== null) clearTimeout(pause.timer);
    pause = { timer: setTimeout(afterPause, 1000 / rate) };
  };
  const afterPause = (): void => {
    pause = null;
    if (isStale) send();
  };
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', readonly number[]>): void => {
    if (![...added, ...updated, ...removed].some((client) => client !== awareness.clientID)) return;
    known = null;
    for (const listener of [...listeners]) listener();
  };
  const readOthers = (): ReadonlyMap<number, Presence> => {
    const read = new Map<number, Presence>();
    const states = awareness.getStates();
    for (const client of cache.keys()) if (!states.has(client)) cache.delete(client);
    for (const [client, state] of states) {
      if (client === awareness.clientID) continue;
      const cached = cache.get(client);
      const presence = cached !== undefined && cached.state === state ? cached.presence : readPresence(state);
      cache.set(client, { state, presence });
      if (presence !== null) read.set(client, presence);
    }
    return read;
  };

  awareness.on('change', onChange);
  send();
  return {
    set(fields) {
      mine = whitelisted({ ...mine, ...fields });
      if (pause === null) send();
      else isStale = true;
    },
    own: () => mine,
    withhold(fields) {
      if (fields.join() === withheld.join()) return;
      withheld = fields;
      // What may not be said any more is taken back at once.
      send();
    },
    others() {
      known ??= readOthers();
      return known;
    },
    limit(next) {
      rate = next;
    },
    resend: send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      if (pause !== null) clearTimeout(pause.timer);
      pause = null;
      isStale = false;
      awareness.off('change', onChange);
      listeners.clear();
      awareness.setLocalState(null);
    },
  };
}

/** Only the fields that have a value and may travel; lists are cut to what others accept. */
function whitelisted(fields: PresenceState): PresenceState {
  const kept = PRESENCE_FIELDS.flatMap((name): [string, unknown][] => {
    const value = fields[name] ?? null;
    if (value === null) return [];
    return [[name, name === 'selection' && Array.isArray(value) ? value.slice(0, LIMITS.selectionIds) : value]];
  });
  return Object.fromEntries(kept);
}
