/** Judges models away from the page, so that drawing never waits for rules. Rules are loaded here and nowhere else. */
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { compileJudgement } from '@strideboard/stride';
import { createFollower } from './follow-model.ts';
import { namesOf } from './judgement-names.ts';
import type { AnalysisReply, AnalysisRequest } from './protocol.ts';

const answer = createFollower(compileJudgement(board, judgement));

postMessage({ kind: 'names', names: namesOf(judgement) } satisfies AnalysisReply);

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  postMessage(answer(data));
});
