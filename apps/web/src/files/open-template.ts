/** From a file of the Microsoft tool, template or model, to the files of a pack that is not proved yet; read in a worker. */
import { reading, say } from '@strideboard/words';
import type { FoundTemplate } from './protocol.ts';
import { readInWorker } from './read-in-worker.ts';
import readWorkerUrl from './read-worker.ts?worker&url';

/** The template and what was lost in reading it, or why there is none. */
export type OpenedTemplate =
  | { readonly ok: true; readonly template: FoundTemplate; readonly changes: readonly string[] }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** Bytes looked at for the beginning. */
const HEAD_BYTES = 1_024;
/** Real ones have up to 1.5 MB. */
const LIMIT_BYTES = 20 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** Whether the file begins as XML does, in UTF-8 or UTF-16. A pack in our own format never does. */
export async function looksLikeTemplate(file: File): Promise<boolean> {
  try {
    const head = new TextDecoder().decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
    return /^[\0\uFEFF\uFFFD\s]*</u.test(head);
  } catch {
    return false; // whoever reads the whole of it says why
  }
}

/** Opens the file. Rejects when it was aborted, or when the code for it cannot be fetched or breaks. */
export async function openTemplate(
  file: File,
  { startWorker, signal }: { readonly startWorker: (url: string) => Worker; readonly signal: AbortSignal },
): Promise<OpenedTemplate> {
  if (file.size > LIMIT_BYTES) {
    const size = Math.ceil((file.size * 10) / MEGABYTE) / 10;
    return { ok: false, reasons: [say(reading.tooLarge, { file: file.name, size, limit: LIMIT_BYTES / MEGABYTE })] };
  }
  const given = [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }];
  const request = { wanted: 'template', files: given, at: 0, namespace: '' } as const;
  const reply = await readInWorker(() => startWorker(readWorkerUrl), request, signal);
  if (reply.ok && reply.wanted !== 'template') throw new Error('openTemplate: the answer is no template');
  return reply;
}
