/** Follows an attacker away from the page. The steps of the pack are loaded here and nowhere else. */
import { blast } from '@strideboard/kubernetes/blast';
import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { compileBlast } from '@strideboard/stride';
import type { BlastReply, BlastRequest } from '../analysis/blast-protocol.ts';
import { createAnswers } from './answer-blast.ts';

const compiled = compileBlast({ index: createPackIndex(board) }, blast);
const answers = compiled.ok ? createAnswers(compiled.blast) : null;

postMessage({ steps: Object.fromEntries(blast.steps.map(({ id, why }) => [id, why])) } satisfies BlastReply);

addEventListener('message', ({ data }: MessageEvent<BlastRequest>) => {
  postMessage(answer(data));
});

function answer({ run, ...request }: BlastRequest): BlastReply {
  if (answers === null) return { run, ok: false, reason: compiled.ok ? '' : JSON.stringify(compiled.problems) };
  try {
    return { run, ok: true, answer: answers(request) };
  } catch (error) {
    // A broken invariant must reach the person as "this may be old", not vanish in a worker's console.
    return { run, ok: false, reason: String(error) };
  }
}
