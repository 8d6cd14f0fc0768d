/** The files of a pack from what was chosen: texts in our own format, or a file of the Microsoft tool, whose template becomes one. */
import type { PackFile } from '@strideboard/packs';
import { packs as packWords } from '@strideboard/words';
import { looksLikeTemplate, openTemplate } from '../files/open-template.ts';
import { readPackFiles } from './read-pack-files.ts';

/** The files and what was lost in reading them, or why there are none. */
type ChosenPack =
  | { readonly ok: true; readonly files: readonly PackFile[]; readonly changes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Reads them. Rejects when it was aborted, or when the code for it cannot be fetched. */
export async function readChosen(
  chosen: readonly File[],
  context: { readonly startWorker: (url: string) => Worker; readonly signal: AbortSignal },
): Promise<ChosenPack> {
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0 && (await looksLikeTemplate(only))) {
    const opened = await openTemplate(only, context);
    if (!opened.ok) return { ok: false, reason: opened.reasons.join(' ') };
    return { ok: true, files: opened.template.files, changes: opened.changes };
  }
  const read = await readPackFiles(chosen, packWords.board);
  return read.ok ? { ...read, changes: [] } : read;
}
