/** Reading one's own session from components, subscribed to the narrowest slice. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Session, SessionStore } from './session-store.ts';

/** Provides the session of the open board. */
export const SessionContext = createContext<SessionStore | null>(null);

/** The store itself, for event handlers. Throws outside a board. */
export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (store === null) throw new Error('useSessionStore: no board is open here');
  return store;
}

/** A slice of the session; the component renders again only when the slice changes. */
export function useSession<T>(slice: (session: Session) => T): T {
  return useStore(useSessionStore(), slice);
}
