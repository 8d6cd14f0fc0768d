/** All words, those of files and reports included; comes with the code that writes them. */
import { english, type InterfaceWords, type Words } from '@strideboard/words';

/** The interface's words together with those that files and reports say. */
export const fileWords = (words: InterfaceWords): Words => ({ ...english, ...words });
