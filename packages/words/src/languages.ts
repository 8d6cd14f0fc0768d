/** The languages there are words for, and speaking one of them. Each is fetched when it is first spoken. */
import { translate } from './area.ts';

/** What a person can choose, by tag (BCP 47). */
export const LANGUAGES = ['en', 'de'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** Made-up languages that show what is not translated, and what does not follow the direction of writing. For tests alone. */
const PSEUDO_LANGUAGES = ['pseudo', 'pseudo-rtl'] as const;
/** One of {@link LANGUAGES}, or a made-up one. */
export type SpokenLanguage = Language | (typeof PSEUDO_LANGUAGES)[number];

/** Whether there are words for it. */
export const isSpoken = (language: unknown): language is SpokenLanguage =>
  [...LANGUAGES, ...PSEUDO_LANGUAGES].some((known) => known === language);

/** Which way it is written. */
export const directionOf = (language: SpokenLanguage): 'ltr' | 'rtl' => (language === 'pseudo-rtl' ? 'rtl' : 'ltr');

/** Puts every word of this program, or this worker, into the language. Rejects, changing nothing, when its words cannot be fetched. */
export async function speak(language: SpokenLanguage): Promise<void> {
  if (language === 'en') translate(null);
  else if (language === 'de') translate({ ...(await import('./de/index.ts')).german }, language);
  else translate((await import('./pseudo.ts')).pseudo);
}
