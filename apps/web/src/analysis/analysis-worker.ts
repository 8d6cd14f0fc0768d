/** Judges models away from the page, so that drawing never waits for rules. Rules are loaded here and nowhere else. */
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { analyse, compileJudgement } from '@strideboard/stride';
import { namesOf } from './judgement-names.ts';
import type { AnalysisReply, AnalysisRequest } from './protocol.ts';

const compiled = compileJudgement(board, judgement);

postMessage({ names: namesOf(judgement) } satisfies AnalysisReply);

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  postMessage(answer(data));
});

function answer({ run, model }: AnalysisRequest): AnalysisReply {
  if (!compiled.ok) return { run, ok: false, reason: JSON.stringify(compiled.problems) };
  try {
    return { run, ok: true, analysis: analyse(model, compiled.judgement) };
  } catch (error) {
    // A broken invariant must reach the person as "the list may be old", not vanish in a worker's console.
    return { run, ok: false, reason: String(error) };
  }
}
