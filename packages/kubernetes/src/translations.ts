/** The Kubernetes pack in other languages. Each is fetched when somebody reads the pack in it. */

import type { PackTranslation } from '@strideboard/packs';

/** Titles and summaries of templates by their ids. */
export type TemplateNames = NonNullable<PackTranslation['templates']>;

/** Each import is written out, because a bundler follows only what it can read. */
const fetches = new Map([
  [
    'de',
    {
      texts: async () => (await import('virtual:strideboard-pack/kubernetes/translation/de')).default,
      templates: async () => (await import('virtual:strideboard-pack/kubernetes/template-names/de')).default,
    },
  ],
]);

/** Languages besides English. */
export const translatedLanguages: readonly string[] = [...fetches.keys()];

/** The texts of the pack but for its templates; `null` for a language it is not translated into. Fails when they cannot be fetched. */
export const fetchTranslation = async (language: string): Promise<PackTranslation | null> =>
  (await fetches.get(language)?.texts()) ?? null;

/** What templates are called; none in a language the pack is not translated into. Fails when it cannot be fetched. */
export const fetchTemplateNames = async (language: string): Promise<TemplateNames> =>
  (await fetches.get(language)?.templates()) ?? {};
