/** Reading a chosen file: the codecs are loaded only now, and every failure becomes a sentence. */
import type { ReadResult } from '@strideboard/formats';
import type { Model } from '@strideboard/model';
import type { InterfaceWords as Words } from '@strideboard/words';

/** The model in the file, or why there is none. */
export type ModelFile =
  | { readonly ok: true; readonly model: Model; readonly losses: number }
  | { readonly ok: false; readonly reason: string };

const LIMIT_BYTES = 20 * 1024 * 1024;

/** Reads one file of at most 20 MB. Never throws. */
export async function readModelFile(file: File, shown: Words): Promise<ModelFile> {
  const [{ problemText }, { fileWords }] = await Promise.all([
    import('@strideboard/formats'),
    import('../session/file-words.ts'),
  ]);
  const words = fileWords(shown);
  if (file.size > LIMIT_BYTES) return { ok: false, reason: problemText({ code: 'too-large' }, words) };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, reason: problemText({ code: 'unreadable' }, words) };
  }
  const result = await readModel(bytes);
  if (result.ok) return { ok: true, model: result.model, losses: result.losses.length };
  return {
    ok: false,
    reason: result.problems
      .slice(0, 3)
      .map((problem) => problemText(problem, words))
      .join(' '),
  };
}

/** By content. The reader of the Microsoft tool's models comes only for one of them. */
async function readModel(bytes: Uint8Array): Promise<ReadResult> {
  const { detectFormat, readNative } = await import('@strideboard/formats');
  const text = new TextDecoder().decode(bytes);
  if (detectFormat(text) !== 'tm7') return readNative(text);
  const { readTm7 } = await import('@strideboard/formats/tmt');
  return readTm7(bytes);
}
