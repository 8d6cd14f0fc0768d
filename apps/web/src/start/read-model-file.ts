/** Reading a chosen file: the codecs are loaded only now, and every failure becomes a sentence. */
import type { Model } from '@strideboard/model';
import type { InterfaceWords as Words } from '@strideboard/words';

/** The model in the file, or why there is none. */
export type ModelFile =
  | { readonly ok: true; readonly model: Model; readonly losses: number }
  | { readonly ok: false; readonly reason: string };

const LIMIT_BYTES = 20 * 1024 * 1024;

/** Reads one file of at most 20 MB. Never throws. */
export async function readModelFile(file: File, shown: Words): Promise<ModelFile> {
  const [{ readNative, problemText }, { fileWords }] = await Promise.all([
    import('@strideboard/formats'),
    import('../session/file-words.ts'),
  ]);
  const words = fileWords(shown);
  if (file.size > LIMIT_BYTES) return { ok: false, reason: problemText({ code: 'too-large' }, words) };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ok: false, reason: problemText({ code: 'unreadable' }, words) };
  }
  const result = readNative(text);
  if (result.ok) return { ok: true, model: result.model, losses: result.losses.length };
  return {
    ok: false,
    reason: result.problems
      .slice(0, 3)
      .map((problem) => problemText(problem, words))
      .join(' '),
  };
}
