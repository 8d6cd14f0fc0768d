/** First content of a new board; fetched when there is some. */
import { type CommandResult, type CommandsOptions, createImportCommands } from '@strideboard/document';
import type { Model } from '@strideboard/model';

/** Writes a model as the first content of the board. Who began it, and when, is said where the model does not. */
export function importContent(options: CommandsOptions, model: Model): CommandResult {
  const created = model.meta.created ?? { by: options.author().principal, at: options.now() };
  return createImportCommands(options).importFirst({ ...model, meta: { ...model.meta, created } });
}
