// What the browser believes about the network, as a port. A belief only: a board on this computer works without any network.

/** The browser's opinion about the network. */
export interface Network {
  /** False only when the browser is sure that there is no network. */
  isOnline(): boolean;
  /** Calls back when the opinion changes; returns the unsubscription. */
  subscribe(listener: () => void): () => void;
}

/** The `online` and `offline` events of the page; where there is no page, a network that is always there. */
export function createBrowserNetwork(): Network {
  const page = globalThis as Partial<Pick<Window, 'addEventListener' | 'removeEventListener' | 'navigator'>>; // absent outside browsers
  return {
    isOnline: () => page.navigator?.onLine !== false,
    subscribe: (listener) => {
      const events = ['online', 'offline'] as const;
      for (const event of events) page.addEventListener?.(event, listener);
      return () => {
        for (const event of events) page.removeEventListener?.(event, listener);
      };
    },
  };
}
