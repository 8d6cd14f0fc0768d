/** Light, dark or high contrast: what the system says until the person chooses. */

const KEY = 'strideboard.theme.v1';

/** What a person can choose. */
export const THEME_CHOICES = ['system', 'light', 'dark', 'contrast'] as const;
/** One of {@link THEME_CHOICES}. */
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** A colour scheme as it is written on the page; high contrast comes on a light and on a dark ground. */
export type Theme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';

const DARK = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(prefers-contrast: more)';

/** What this person chose. Storage that refuses counts as no choice. */
export function themeChoice(): ThemeChoice {
  const chosen = document.documentElement.dataset['themeChoice'] ?? read();
  return isChoice(chosen) ? chosen : 'system';
}

/** The scheme in force: the choice, and where it leaves something open, the system's. */
export function currentTheme(): Theme {
  const choice = themeChoice();
  const isDark = matchMedia(DARK).matches;
  if (choice === 'light' || choice === 'dark') return choice;
  if (choice === 'contrast' || matchMedia(MORE_CONTRAST).matches) return isDark ? 'contrast-dark' : 'contrast-light';
  return isDark ? 'dark' : 'light';
}

/** Applies a choice to the page and keeps it for the next visit. */
export function chooseTheme(choice: ThemeChoice): void {
  document.documentElement.dataset['themeChoice'] = choice;
  applyTheme();
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // A browser that keeps nothing still shows the scheme for this visit.
  }
}

/** The scheme in force among those that pictures have; on a dark ground they know one only. */
export function pictureTheme(): 'light' | 'dark' | 'contrast' {
  const theme = currentTheme();
  return theme === 'contrast-light' ? 'contrast' : theme === 'light' ? 'light' : 'dark';
}

/** Paper is white: while something is printed the page is light, with high contrast where that is in force. */
export function holdTheme(onPaper: boolean): void {
  const { dataset } = document.documentElement;
  if (onPaper) dataset['theme'] = currentTheme().startsWith('contrast') ? 'contrast-light' : 'light';
  else applyTheme();
}

/** Applies the scheme in force, now and whenever the system changes its mind. Call once, before anything is painted. */
export function followTheme(): void {
  applyTheme();
  for (const query of [DARK, MORE_CONTRAST]) matchMedia(query).addEventListener('change', applyTheme);
}

function applyTheme(): void {
  document.documentElement.dataset['theme'] = currentTheme();
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // private mode without storage: the system decides
  }
}

const isChoice = (value: string | null): value is ThemeChoice =>
  value !== null && (THEME_CHOICES as readonly string[]).includes(value);
