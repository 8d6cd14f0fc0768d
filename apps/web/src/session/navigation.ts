/** Where the person is: the page's own address, and going elsewhere without loading the page again. */
import { useSyncExternalStore } from 'react';

const MOVED = 'strideboard:moved';

/** The current address; changes with links, back and forward. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => location.href);
}

/** Goes to a path of this site. */
export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

function subscribe(listener: () => void): () => void {
  const events = ['popstate', 'hashchange', MOVED];
  for (const event of events) addEventListener(event, listener);
  return () => {
    for (const event of events) removeEventListener(event, listener);
  };
}
