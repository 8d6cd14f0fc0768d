/** The board as this person sees it, kept as a file: what helps when the server does not take it. */
import type { Model } from '@strideboard/model';
import type { InterfaceWords } from '@strideboard/words';
import { saveFile } from './save-file.ts';

/** Downloads the model in the product's own format. Rejects when the code for it cannot be fetched. */
export async function saveCopy(model: Model, words: InterfaceWords, unnamed: string): Promise<void> {
  const [{ findExportCodec }, { fileWords }] = await Promise.all([
    import('@strideboard/formats'),
    import('./file-words.ts'),
  ]);
  const codec = findExportCodec('json');
  const text = codec?.encode({ model, words: fileWords(words) } as Parameters<typeof codec.encode>[0]).text ?? ''; // the file format looks at the model alone
  saveFile(new Blob([text], { type: 'application/json' }), `${model.meta.title || unnamed}.json`);
}
