/** Words of the start page; come with it. */
import { startPage } from '@strideboard/words';

/** The start page's words in the chosen language. */
export const useStartWords = (): typeof startPage => startPage;
