import { type ElementId, elementId } from '@strideboard/model';
import type { BlastRadius, Certainty, Cut } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { countDifference, cutRows } from './cut-rows.ts';

const none = { reach: 0, identity: 0, control: 0 };
const radius = (over: Partial<BlastRadius> = {}): BlastRadius => ({
  start: elementId('s'),
  assumed: [],
  reached: [],
  closed: [],
  undrawn: [],
  cuts: [],
  counts: {
    proven: none,
    possible: none,
    elements: { proven: 0, possible: 0 },
    where: { 'same-node': 0, 'same-cluster': 0, outside: 0 },
  },
  ...over,
});
const these = (count: number): readonly ElementId[] => Array.from({ length: count }, (_, at) => elementId(`e${at}`));
const cut = (control: string, gone: number, lessened = 0): Cut => ({
  control,
  paths: 1,
  gone: these(gone),
  lessened: these(lessened),
});
const reached = (id: string, certainty: Certainty): BlastRadius['reached'][number] => ({
  subject: elementId(id),
  access: 'reach',
  certainty,
  assumptions: certainty === 'proven' ? 0 : 1,
  where: 'outside',
  distance: 1,
  path: [],
  outOfScope: false,
});

describe('cutRows', () => {
  it('keeps the order while controls are switched on, and says what the others do besides', () => {
    const before = radius({ cuts: [cut('A', 3), cut('B', 2), cut('C', 1)] });
    const after = radius({ assumed: ['B'], cuts: [cut('C', 1, 1)] });
    expect(cutRows({ before, after })).toEqual([
      { control: 'A', isAssumed: false, gone: 0, lessened: 0 },
      { control: 'B', isAssumed: true, gone: 2, lessened: 0 },
      { control: 'C', isAssumed: false, gone: 1, lessened: 1 },
    ]);
  });

  it('adds a control that helps only together with what is assumed, and keeps an assumed one that does nothing', () => {
    const before = radius({ cuts: [cut('A', 1)] });
    const after = radius({ assumed: ['A', 'X'], cuts: [cut('Z', 2)] });
    expect(cutRows({ before, after }).map(({ control, gone }) => [control, gone])).toEqual([
      ['A', 1],
      ['Z', 2],
      ['X', 0],
    ]);
  });
});

describe('countDifference', () => {
  it('tells apart what is only possible now from what is reached with less', () => {
    const before = radius({ reached: [reached('a', 'proven'), reached('b', 'proven'), reached('c', 'proven')] });
    const after = radius({ reached: [reached('b', 'proven'), reached('c', 'possible')] });
    const [a, b, c] = [elementId('a'), elementId('b'), elementId('c')];
    expect(countDifference({ before, after, gone: [a], lessened: [b, c] })).toEqual({
      gone: 1,
      onlyPossible: 1,
      less: 1,
    });
  });
});
