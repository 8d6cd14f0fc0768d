/** The words of the interface in the chosen language. */
import { english, type Words } from '@strideboard/words';
import { createContext, useContext } from 'react';

/** Provides the catalogue; English until another language is chosen. */
export const WordsContext = createContext<Words>(english);

/** The catalogue in the chosen language. */
export const useWords = (): Words => useContext(WordsContext);
