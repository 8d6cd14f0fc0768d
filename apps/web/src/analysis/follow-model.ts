/** The worker's side of the conversation: keeps one analyser and answers from it. */
import type { PackBase, PackTranslation } from '@strideboard/packs';
import { type Analyser, type CompileResult, createAnalyser } from '@strideboard/stride';
import { packQuestions } from './packed-questions.ts';
import type { AnalysisReply, AnalysisRequest } from './protocol.ts';

/** Answers requests one after another. A failure gives up what was known: only a new start is answered after it. */
export function createFollower(
  /** The judgement with packs besides the built-in one; asked at each start. */
  judgeWith: (additions: readonly PackBase[], translation: PackTranslation | null) => CompileResult,
): (request: AnalysisRequest) => AnalysisReply {
  let analyser: Analyser | null = null;
  return (request) => {
    const { run } = request;
    try {
      if (request.kind === 'start') {
        const compiled = judgeWith(request.additions, request.translation);
        if (!compiled.ok) return { kind: 'failed', run, reason: JSON.stringify(compiled.problems) };
        analyser = createAnalyser(request.model, compiled.judgement);
        const { questions, ...analysis } = analyser.analysis();
        return { kind: 'whole', run, analysis, questions: packQuestions(questions) };
      }
      if (analyser === null)
        return { kind: 'failed', run, reason: `follow-model: nothing was started before run ${run}` };
      if (request.kind === 'explain') return { kind: 'causes', run, causes: analyser.whyVanished(request.threats) };
      return { kind: 'delta', run, delta: analyser.update(request.change) };
    } catch (error) {
      // A broken invariant must reach the person as "the list may be old", not vanish in a worker's console.
      analyser = null;
      return { kind: 'failed', run, reason: String(error) };
    }
  };
}
