import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { analyse } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createJudging } from './judge-with.ts';
import { packQuestions, unpackQuestions } from './packed-questions.ts';

const { compiled } = createJudging({ board, judgement })([]);

function questionsOfPods(count: number) {
  if (!compiled.ok) throw new Error('the pack does not compile');
  const elements = Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    type: 'wl.pod',
    properties: at % 3 === 0 ? { privileged: true } : {},
  }));
  const flows = elements.slice(1).map(({ id }, at) => ({ id: `f${at}`, source: id, target: 'p0' }));
  return analyse(buildModel({ elements, flows }), compiled.judgement).questions;
}

function unpack(packed: ReturnType<typeof packQuestions>) {
  const work = unpackQuestions(packed);
  for (let turns = 0; ; turns++) {
    const step = work.next();
    if (step.done === true) return { turns, questions: step.value };
  }
}

describe('questions on their way between threads', () => {
  it('arrive as they were, in their order', () => {
    const questions = questionsOfPods(20);
    expect(questions.length).toBeGreaterThan(400);
    expect(unpack(structuredClone(packQuestions(questions))).questions).toEqual(questions);
  });

  it('carry what many have in common once', () => {
    const packed = packQuestions(questionsOfPods(200));
    expect(packed.pairs.length / 2).toBeGreaterThan(packed.kinds.length * 50);
  });

  it('are unpacked in slices, so that the page can answer in between', () => {
    expect(unpack(packQuestions(questionsOfPods(10))).turns).toBe(0);
    const questions = questionsOfPods(500);
    expect(unpack(packQuestions(questions)).turns).toBe(Math.floor(questions.length / 10_000));
  });

  it('are none where there are none', () => {
    expect(unpack(packQuestions([])).questions).toEqual([]);
  });
});
