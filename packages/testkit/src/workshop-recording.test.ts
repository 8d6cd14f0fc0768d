import { expect, it } from 'vitest';
import { readRecording, writeRecording } from './recording.ts';
import { PART_MS, recordWorkshop } from './workshop-recording.ts';

const plan = { seed: 7, people: 20, parts: 3 };
const steps = recordWorkshop(plan);

it('the same seed gives the same workshop, another seed another', () => {
  expect(recordWorkshop(plan)).toEqual(steps);
  expect(recordWorkshop({ ...plan, seed: 8 })).not.toEqual(steps);
});

it('it takes two hours, in the order of time', () => {
  const times = steps.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBe(0);
  expect(times.at(-1)).toBeGreaterThan(3 * PART_MS - 60_000);
  expect(times.at(-1)).toBeLessThanOrEqual(3 * PART_MS);
});

it('everybody takes part, and nobody does anything while away', () => {
  const here = new Set<number>();
  for (const step of steps) {
    if (step.do === 'come') here.add(step.who);
    else expect(here.has(step.who), JSON.stringify(step)).toBe(true);
    if (step.do === 'leave') here.delete(step.who);
  }
  expect(new Set(steps.map(({ who }) => who)).size).toBe(20);
  expect(steps.filter((step) => step.do === 'leave').length).toBeGreaterThan(20);
  expect(here.size).toBe(20);
});

it('each part has all of its phases, and only the person who leads sets them', () => {
  const phases = steps.flatMap((step) => (step.do === 'phase' ? [step.phase] : []));
  const part = ['draw', 'threats', 'gather', 'vote', 'decide', 'talk'];
  expect(phases).toEqual([...part, ...part, ...part]);
  const led = steps.filter((step) => ['phase', 'silence', 'reveal', 'vote', 'count'].includes(step.do));
  expect(new Set(led.map(({ who }) => who))).toEqual(new Set([0]));
});

it('no more is created than is deleted, and no more asked than resolved, by a tenth', () => {
  const count = (kind: string): number => steps.filter((step) => step.do === kind).length;
  expect(count('create')).toBeGreaterThan(30);
  expect(count('create')).toBeLessThan(count('delete') * 1.1);
  expect(count('comment')).toBeLessThan(count('resolve') * 1.1);
});

it('a recording is written as JSON lines and read again', () => {
  const text = writeRecording(steps);
  expect(text.split('\n')[0]).toBe('{"at":0,"who":0,"do":"come"}');
  expect(readRecording(text)).toEqual(steps);
});

it('a line that is no step, or out of order, is named', () => {
  expect(() => readRecording('{"at":0,"who":0,"do":"come"}\n{"at":1}\n')).toThrow('line 2');
  expect(() => readRecording('{"at":5,"who":0,"do":"come"}\n{"at":1,"who":0,"do":"undo"}\n')).toThrow('line 2');
});
