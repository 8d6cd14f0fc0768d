/** Parts of the page that are fetched when they are needed, for lines that come and go: what cannot be fetched now is fetched later. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

const PAUSE_MS = 2_000;

/** A component that shows nothing until its code is here, however long that takes; a board never breaks over a missing part. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await persistently(load) }));
}

/** Repeats until it works: soon, and at once when the browser says that the network is back. */
export async function persistently<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await load();
    } catch {
      await networkOrPause();
      renewFailedStyles();
    }
  }
}

function networkOrPause(): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      done();
    };
    const timer = setTimeout(end, PAUSE_MS);
    addEventListener('online', end);
  });
}

/** A style sheet that could not be fetched is not asked for again by the code that needs it: its link is put in anew. */
function renewFailedStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet === null) link.replaceWith(link.cloneNode());
  }
}
