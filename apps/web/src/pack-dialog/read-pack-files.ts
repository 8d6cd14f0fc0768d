/** The texts of chosen files; everything that speaks against reading them is said before anything is parsed. */
import { PACK_LIMITS, type PackFile } from '@strideboard/packs';
import { say, type packs } from '@strideboard/words';

/** The files of one pack in the order of their names, or why there are none. */
type PackTexts =
  | { readonly ok: true; readonly files: readonly PackFile[] }
  | { readonly ok: false; readonly reason: string };

/** Bytes of all files of a pack together: what the characters of one file may take at most. */
const LIMIT_BYTES = PACK_LIMITS.fileCharacters * 4;
const MEGABYTE = 1_000_000;

/** Reads the files. Never throws. */
export async function readPackFiles(chosen: readonly File[], words: typeof packs.board): Promise<PackTexts> {
  const refuse = (reason: string): PackTexts => ({ ok: false, reason });
  if (chosen.length > PACK_LIMITS.files)
    return refuse(say(words.tooMany, { count: chosen.length, limit: PACK_LIMITS.files }));
  const sorted = [...chosen].sort((a, b) => (a.name < b.name ? -1 : 1));
  let bytes = 0;
  const files: PackFile[] = [];
  for (const file of sorted) {
    bytes += file.size;
    if (bytes > LIMIT_BYTES) return refuse(say(words.tooLarge, { file: file.name, limit: LIMIT_BYTES / MEGABYTE }));
    let content: ArrayBuffer;
    try {
      content = await file.arrayBuffer();
    } catch {
      return refuse(say(words.cannotRead, { file: file.name }));
    }
    try {
      files.push({ path: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(content) });
    } catch {
      return refuse(say(words.notText, { file: file.name }));
    }
  }
  return { ok: true, files };
}
