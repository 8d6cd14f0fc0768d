import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { Analysis, Prompt } from '../finding.ts';
import { buildThreats } from '../testing/build-threat.ts';
import { reviewBoard, reviewInSteps } from './review-board.ts';

const COUNT = 2_500;
const elements = Array.from({ length: COUNT }, (_, at) => ({ id: `e${at}`, type: 'wl.pod' }));
const model = buildModel({ elements });
const threats = buildThreats(elements.map(({ id }) => ({ rule: 'R', on: id })));
const prompts = model.elements.map(({ id }) => ({ rule: null, subject: id, letters: ['S'] })) as unknown as Prompt[]; // what else a prompt says plays no part
const analysis = { prompts, questions: [], elsewhere: [] } as unknown as Analysis; // as above
const input = { model, analysis, threats, standing: [] };

describe('the review of a board', () => {
  it('pauses all the time on a large one, and comes to the same as at once', () => {
    const steps = reviewInSteps(input);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    // Threats and prompts are each gone through twice or once, some hundred at a time; each kind of check is a step of its own.
    expect(pauses).toBeGreaterThan((3 * COUNT) / 1_000 + 7);
    expect(step.value).toEqual(reviewBoard(input));
    expect(step.value.toDecide).toHaveLength(COUNT);
  });

  it('has every loose end of it', () => {
    expect(reviewBoard(input).ends.filter(({ code }) => code === 'element-without-flow')).toHaveLength(COUNT);
  });
});
