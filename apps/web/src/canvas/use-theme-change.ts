/** Notices when the colour scheme of the page changes, for what reads colours itself. */
import { useSyncExternalStore } from 'react';

/** The scheme in force as written on the page; renders again when it changes. */
export function useThemeChange(): string {
  return useSyncExternalStore(follow, current);
}

const FORCED = '(forced-colors: active)';

const current = (): string =>
  `${document.documentElement.dataset['theme'] ?? ''}${matchMedia(FORCED).matches ? ' forced' : ''}`;

function follow(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const forced = matchMedia(FORCED);
  forced.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    forced.removeEventListener('change', listener);
  };
}
