/** The templates to begin with, called as the language of the page calls them. */
import { type TemplateEntry, templateList } from '@strideboard/kubernetes/templates';
import { fetchTemplateNames, type TemplateNames } from '@strideboard/kubernetes/translations';
import { useEffect, useState } from 'react';
import { useLanguage } from '../session/language.ts';
import { persistently } from '../session/lazy-part.ts';

const NONE: TemplateNames = {};

/** In the order of the gallery; in English until the names are here. */
export function useTemplates(): readonly TemplateEntry[] {
  const language = useLanguage();
  const [said, setSaid] = useState({ language: 'en', names: NONE });
  useEffect(() => {
    let isOver = false;
    void persistently(() => fetchTemplateNames(language)).then((names) => {
      if (!isOver) setSaid({ language, names });
    });
    return () => {
      isOver = true;
    };
  }, [language]);
  const names = said.language === language ? said.names : NONE;
  return templateList.map((template) => ({
    ...template,
    ...(Object.hasOwn(names, template.id) ? names[template.id] : {}),
  }));
}
