/** First content of a new board; fetched when there is some. */
import { type CommandsOptions, createImportCommands } from '@strideboard/document';
import type { Model } from '@strideboard/model';

/** Writes a model as the first content of the board. Who began it, and when, is said where the model does not. */
export function importContent(options: CommandsOptions, model: Model): void {
  const created = model.meta.created ?? { by: options.author().principal, at: options.now() };
  createImportCommands(options).importFirst({ ...model, meta: { ...model.meta, created } });
}
