/** The language of the page, as the page says it of itself. */

const CHANGED = 'strideboard:language';

/** As in BCP 47; English until it is said. */
export const pageLanguage = (): string => document.documentElement.dataset['language'] ?? 'en';

/** Calls whenever it is another one, until the end that is returned. */
export function onPageLanguage(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}
