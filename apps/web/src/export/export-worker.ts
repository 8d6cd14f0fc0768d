/** Writes files away from the page: the board stays at hand whatever its size, and whoever has enough ends the worker. */
import { loadBuiltInTrees } from '../analysis/held-trees.ts';
import { createPictureDesk } from './picture-desk.ts';
import type { ExportReply, ExportRequest } from './protocol.ts';
import { writeAsked } from './write-asked.ts';

const post = (reply: ExportReply): void => postMessage(reply);
const desk = createPictureDesk((wish) => post({ kind: 'draw', ...wish }));

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  if (data.kind !== 'write') {
    desk.take(data);
    return;
  }
  const { wanted, input } = data;
  const tools = {
    rasterise: desk.rasterise,
    loadTrees: loadBuiltInTrees,
    onStep: (id, at, total) => post({ kind: 'step', id, at, total }),
  } satisfies Parameters<typeof writeAsked>[2];
  writeAsked(wanted, input, tools).then(
    (file) => post({ kind: 'written', file }),
    (error: unknown) => post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
