/** The words of the interface in the chosen language. What files and reports say comes with the code that writes them. */
import { type InterfaceWords, interfaceEnglish } from '@strideboard/words';
import { createContext, useContext } from 'react';

/** Provides the catalogue; English until another language is chosen. */
export const WordsContext = createContext<InterfaceWords>(interfaceEnglish);

/** The catalogue in the chosen language. */
export const useWords = (): InterfaceWords => useContext(WordsContext);
