/** The words of the interface in the chosen language. What panels, files and reports say comes with the code that says it. */
import { type InterfaceWords, interfaceEnglish } from '@strideboard/words';
import { createContext, useContext } from 'react';

/** The catalogue; `session/panel-words.ts` completes it before the first panel is shown. */
export const interfaceWords = { ...interfaceEnglish } as InterfaceWords; // completed by whoever needs the rest

/** Provides the catalogue; English until another language is chosen. */
export const WordsContext = createContext<InterfaceWords>(interfaceWords);

/** The catalogue in the chosen language. */
export const useWords = (): InterfaceWords => useContext(WordsContext);
