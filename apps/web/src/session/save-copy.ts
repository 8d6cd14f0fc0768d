/** The board as this person sees it, kept as a file: what helps when the server does not take it. */
import type { Model } from '@strideboard/model';
import { saveFile } from './save-file.ts';

/** Downloads the model in the product's own format. Rejects when the code for it cannot be fetched. */
export async function saveCopy(model: Model, unnamed: string): Promise<void> {
  const { writeNative } = await import('@strideboard/formats');
  saveFile(new Blob([writeNative(model)], { type: 'application/json' }), `${model.meta.title || unnamed}.json`);
}
