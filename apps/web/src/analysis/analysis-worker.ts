/** Judges models away from the page, so that drawing never waits for rules. Rules are loaded here and nowhere else. */
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { createFollower } from './follow-model.ts';
import { createJudging } from './judge-with.ts';
import type { AnalysisReply, AnalysisRequest } from './protocol.ts';

const judgeWith = createJudging({ board, judgement });
const answer = createFollower((additions, translation) => {
  const { compiled, names, leftOut } = judgeWith(additions, translation);
  postMessage({ kind: 'names', names, leftOut } satisfies AnalysisReply);
  return compiled;
});

addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  postMessage(answer(data));
});
