/**
 * The language of the page: what the browser prefers until the person chooses. Its words are fetched when it is first needed, before anything
 * is drawn. A choice takes effect at once and loses nothing: whoever shows words is told and draws them anew, see `useLanguage`.
 */
import { directionOf, isSpoken, LANGUAGES, languageInUse, speak, type SpokenLanguage } from '@strideboard/words';
import { useSyncExternalStore } from 'react';
import { persistently } from './lazy-part.ts';

const KEY = 'strideboard.language.v1';
const CHANGED = 'strideboard:language';

/** What a person can choose. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
/** One of {@link LANGUAGE_CHOICES}. */
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** What this person chose. Storage that refuses counts as no choice. */
export function languageChoice(): SpokenLanguage | 'system' {
  const chosen = document.documentElement.dataset['languageChoice'] ?? read();
  return isSpoken(chosen) ? chosen : 'system';
}

/** The language of the page; whoever reads it this way is drawn anew when it changes. */
export const useLanguage = (): SpokenLanguage => useSyncExternalStore(onLanguageChange, pageLanguage);

/** The language of the page. */
export function pageLanguage(): SpokenLanguage {
  const { language } = document.documentElement.dataset;
  return isSpoken(language) ? language : 'en';
}

/** Which way the page is written; for parts that do not take it from the page. */
export const pageDirection = (): 'ltr' | 'rtl' => directionOf(pageLanguage());

/** Where dates and numbers are written as this person is used to: the browser's region where it has the language in use. */
export const locale = (): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === languageInUse()) ?? languageInUse();

/** Keeps a choice for the next visit and applies it, as soon as its words are there. */
export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  document.documentElement.dataset['languageChoice'] = choice;
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // A browser that keeps nothing still shows the language for this visit.
  }
  await persistently(apply);
}

/** Applies the language in force. Call once, before anything is painted: where its words cannot be fetched yet, the page begins in English. */
export async function followLanguage(): Promise<void> {
  try {
    await apply();
  } catch {
    void persistently(apply);
  }
}

async function apply(): Promise<void> {
  const language = wanted();
  await speak(language);
  // Somebody may have chosen again while the words came.
  if (language !== wanted()) return apply();
  const { documentElement } = document;
  documentElement.lang = languageInUse();
  documentElement.dir = directionOf(language);
  documentElement.dataset['language'] = language;
  dispatchEvent(new Event(CHANGED));
}

/** The choice, or the first language that the browser prefers among those there are words for. */
function wanted(): SpokenLanguage {
  const choice = languageChoice();
  if (choice !== 'system') return choice;
  return navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => isSpoken(tag)) ?? 'en';
}

/** Calls whenever the page speaks another language, until the end that is returned. */
export function onLanguageChange(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // private mode without storage: the browser decides
  }
}
