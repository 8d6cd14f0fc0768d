/** Reads and proves one pack away from the page: the reader of YAML, the rules and the engine are loaded here, never with the board. */
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import type { LoadedPack, PackBase } from '@strideboard/packs';
import { provePack } from '@strideboard/stride';
import type { ProveReply, ProveRequest } from './protocol.ts';

addEventListener('message', ({ data }: MessageEvent<ProveRequest>) => {
  const proven = provePack(data.files, { board, judgement });
  const reply: ProveReply = proven.ok
    ? { ok: true, pack: partsOf(proven.pack) }
    : { ok: false, problems: proven.problems };
  postMessage(reply);
});

const partsOf = ({ board: drawn, judgement: judged, trees, translations }: LoadedPack): PackBase => ({
  board: drawn,
  judgement: judged,
  trees,
  translations,
});
