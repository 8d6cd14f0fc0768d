/** Changing the language of the page while it is in use. */
import { occasional } from '@strideboard/words';
import { chooseLanguage, type LanguageChoice } from '../session/language.ts';
import type { SessionStore } from '../session/session-store.ts';

/** Shows everything in the chosen language; says so, and gives the focus back, which what was drawn anew has lost. */
export async function changeLanguage(choice: LanguageChoice, session: SessionStore | null): Promise<void> {
  await chooseLanguage(choice);
  requestAnimationFrame(() => {
    session?.getState().announce(occasional.languages.changed);
    if (document.activeElement === null || document.activeElement === document.body) {
      document.querySelector<HTMLElement>('[data-looks] button')?.focus();
    }
  });
}
