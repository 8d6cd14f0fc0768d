/** Light or dark: what the system says until the person chooses. */

const KEY = 'strideboard.theme.v1';

/** A colour scheme. */
export type Theme = 'light' | 'dark';

/** The scheme in force: the stored choice, else the system's. Storage that refuses counts as no choice. */
export function currentTheme(): Theme {
  const chosen = read();
  if (chosen !== null) return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Applies a scheme to the page; `remember` keeps it for the next visit. */
export function applyTheme(theme: Theme, remember: boolean): void {
  document.documentElement.dataset['theme'] = theme;
  if (!remember) return;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the scheme for this visit.
  }
}

function read(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // private mode without storage: the system decides
  }
}
