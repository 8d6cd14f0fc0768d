/** The words of the panels and dialogs beside the diagram; fetched with them. */
import { panels } from '@strideboard/words';
import { interfaceWords } from './words.ts';

/** Completes the catalogue. To be called where a module that shows panels is loaded, before it is drawn. */
export function providePanelWords(): void {
  Object.assign(interfaceWords, { panels });
}
