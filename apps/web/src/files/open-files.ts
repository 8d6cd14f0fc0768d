/** From chosen files to a board: read in a worker, its template proved in another, and laid out by a third where the files say no places. */
import { drawing } from '@strideboard/kubernetes/drawing';
import type { Model } from '@strideboard/model';
import { createPackIndex, formatProblem } from '@strideboard/packs';
import { reading, say } from '@strideboard/words';
import packWorkerUrl from '../packs/pack-worker.ts?worker&url';
import { ProvingTooLong, proveInWorker } from '../packs/prove-in-worker.ts';
import type { BroughtPack, Opening } from './opened-file.ts';
import type { FoundTemplate, GivenFile, ReadBoard } from './protocol.ts';
import { readInWorker } from './read-in-worker.ts';
import readWorkerUrl from './read-worker.ts?worker&url';

/** What all files together may have, bytes. */
const LIMIT_BYTES = 20 * 1024 * 1024;
/** Characters of a board's name. */
const TITLE_LIMIT = 300;
const MEGABYTE = 1024 * 1024;
/** More than this takes the layout engine minutes, elements. */
const LAYOUT_LIMIT = 2_000;

interface OpeningContext {
  readonly startWorker: (url: string) => Worker;
  /** Where Kubernetes objects that name no namespace are installed; `''` = not said. */
  readonly namespace: string;
  /** Aborted when the person had enough: all workers end. */
  readonly signal: AbortSignal;
}

/** Opens at least one file. Rejects when it was aborted, or when the code for it cannot be fetched or breaks. */
export async function openFiles(files: readonly File[], context: OpeningContext): Promise<Opening> {
  const given = await readBytes(files);
  if (typeof given === 'string') return { ok: false, reasons: [given] };
  const { startWorker, signal, namespace } = context;
  const request = { wanted: 'board', files: given, at: Date.now(), namespace } as const;
  const reply = await readInWorker(() => startWorker(readWorkerUrl), request, signal);
  if (!reply.ok) return reply;
  if (reply.wanted !== 'board') throw new Error('openFiles: the answer is no board');
  const [first, ...others] = files;
  const only = others.length === 0 ? (first?.name ?? '') : '';
  const name = only || say(reading.several, { count: files.length });
  const title = only.replace(/\.[^.]*$/u, '').slice(0, TITLE_LIMIT);
  const judged = await withTemplate(reply, context);
  const placed = reply.isPlaced ? judged : await laidOut(judged, context);
  return { ok: true, opened: { name, title, ...placed } };
}

type Read = Pick<ReadBoard, 'model' | 'changes' | 'asksNamespace'> & { readonly template: BroughtPack | null };

/** The template as a proved pack. One that is refused is refused whole: the board does not name it, and every reason is listed. */
async function withTemplate(
  { model, changes, asksNamespace, template }: ReadBoard,
  context: OpeningContext,
): Promise<Read> {
  const isNamed = model.settings.packs.some(([id]) => id === template?.id);
  if (template === null || !isNamed) return { model, changes, asksNamespace, template: null };
  const { decisions, ...found } = template;
  const proved = await proveTemplate(found, context);
  if ('pack' in proved) {
    return {
      model: { ...model, decisions: { ...model.decisions, ...decisions } },
      changes,
      asksNamespace,
      template: proved,
    };
  }
  const packs = model.settings.packs.filter(([id]) => id !== template.id);
  return {
    model: { ...model, settings: { ...model.settings, packs } },
    changes: [...changes, ...proved.reasons.map((reason) => say(reading.templateRefused, { reason }))],
    asksNamespace,
    template: null,
  };
}

type Proved = BroughtPack | { readonly reasons: readonly string[] };

async function proveTemplate({ files }: FoundTemplate, { startWorker, signal }: OpeningContext): Promise<Proved> {
  try {
    const reply = await proveInWorker(() => startWorker(packWorkerUrl), files, signal);
    return reply.ok ? { files, pack: reply.pack } : { reasons: reply.problems.map(formatProblem) };
  } catch (error) {
    signal.throwIfAborted();
    return { reasons: [error instanceof ProvingTooLong ? reading.provingTooLong : reading.cannotProve] };
  }
}

/** In the places that automatic layout finds; in rows, and said so, where it finds none. */
async function laidOut(read: Read, { startWorker, signal }: OpeningContext): Promise<Read> {
  const { model } = read;
  if (model.elements.length > LAYOUT_LIMIT) return { ...read, changes: [...read.changes, reading.tooManyToLayOut] };
  try {
    const [{ computeLayout }, { withBoxes }] = await Promise.all([
      import('../layout/compute-layout.ts'),
      import('@strideboard/layout'),
    ]);
    const pack = createPackIndex(drawing);
    const task = {
      model,
      diagram: null,
      scope: { kind: 'all' },
      isFixed: () => false,
      pack,
      startWorker,
      signal,
    } as const;
    const { boxes } = await computeLayout(task);
    const placed: Model = { ...model, elements: withBoxes(model.elements, boxes) };
    return { ...read, model: placed };
  } catch {
    signal.throwIfAborted();
    return { ...read, changes: [...read.changes, reading.notLaidOut] };
  }
}

/** The bytes of all files, or a sentence that says why not. */
async function readBytes(files: readonly File[]): Promise<readonly GivenFile[] | string> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const [largest] = [...files].sort((a, b) => b.size - a.size);
  if (size > LIMIT_BYTES && largest !== undefined) {
    const megabytes = Math.ceil((largest.size * 10) / MEGABYTE) / 10;
    return say(reading.tooLarge, { file: largest.name, size: megabytes, limit: LIMIT_BYTES / MEGABYTE });
  }
  const given: GivenFile[] = [];
  for (const file of files) {
    try {
      given.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      return say(reading.cannotRead, { file: file.name });
    }
  }
  return given;
}
