/** Follows an attacker away from the page. The steps of the pack are loaded here and nowhere else. */
import { blast } from '@strideboard/kubernetes/blast';
import { board } from '@strideboard/kubernetes/board';
import { translateParts } from '@strideboard/packs';
import type { BlastReply, BlastRequest } from '../analysis/blast-protocol.ts';
import { createAnswers } from './answer-blast.ts';
import { createBlastCompiler } from './compile-with.ts';

const compileWith = createBlastCompiler(board, blast);
const answers = createAnswers((additions, translation) => {
  const said = translateParts({ blast }, translation).blast;
  postMessage({ steps: Object.fromEntries(said.steps.map(({ id, why }) => [id, why])) } satisfies BlastReply);
  return compileWith(additions, translation);
});

addEventListener('message', ({ data }: MessageEvent<BlastRequest>) => {
  postMessage(answer(data));
});

function answer({ run, ...request }: BlastRequest): BlastReply {
  try {
    return { run, ok: true, answer: answers(request) };
  } catch (error) {
    // A broken invariant must reach the person as "this may be old", not vanish in a worker's console.
    return { run, ok: false, reason: String(error) };
  }
}
