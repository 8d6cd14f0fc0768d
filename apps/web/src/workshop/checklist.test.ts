import { EMPTY_MODEL, EMPTY_WORKSHOP, type Workshop } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { type ChecklistFacts, checklistOf } from './checklist.ts';
import { PHASE_IDS, type PhaseId } from '../room/workshop/phases.ts';

const NOTHING: ChecklistFacts = {
  model: EMPTY_MODEL,
  workshop: EMPTY_WORKSHOP,
  urgent: 0,
  questions: 0,
  sealed: [],
  others: 0,
};
const marks = (phase: PhaseId, facts: Partial<ChecklistFacts>) =>
  Object.fromEntries(checklistOf(phase, { ...NOTHING, ...facts }).map(({ id, isDone }) => [id, isDone]));

const round = (state: Workshop['rounds'][number]['state']): Workshop => ({
  ...EMPTY_WORKSHOP,
  rounds: [{ id: 'r', state, prompt: '', at: 1, hidesNames: false }],
});

describe('the checklist of a workshop', () => {
  it('has something to do in every phase, and nothing is done on an empty board but what needs nothing', () => {
    for (const phase of PHASE_IDS) expect(checklistOf(phase, NOTHING).length).toBeGreaterThan(1);
    const done = PHASE_IDS.flatMap((phase) =>
      checklistOf(phase, NOTHING).flatMap(({ id, isDone }) => (isDone === true ? [id] : [])),
    );
    expect(done).toEqual(['parking']);
  });

  it('gives no mark to what only the team can know', () => {
    expect(marks('review', {})).toEqual({ coverage: null, parking: true, export: null });
  });

  it('follows a round from its beginning to the reveal', () => {
    expect(marks('silent', { workshop: round('silent'), sealed: [2, 0] })).toEqual({ round: true, written: false });
    expect(marks('silent', { workshop: round('silent'), sealed: [2, 1] })).toEqual({ round: true, written: true });
    expect(marks('reveal', { workshop: round('silent') })).toMatchObject({ reveal: false });
    expect(marks('reveal', { workshop: round('revealed') })).toMatchObject({ reveal: true });
    expect(marks('silent', { workshop: round('discarded') })).toEqual({ round: false, written: false });
  });

  it('wants an end for each parked card, withdrawn ones apart', () => {
    const card = {
      key: 'ana|1',
      author: 'ana',
      round: '',
      lane: 'park',
      letters: [],
      on: [],
      text: 'later',
      late: false,
      at: 1,
      gone: false,
      cluster: 'ana|1',
      became: null,
      state: '',
      settled: null,
      ticket: '',
      why: '',
      apart: false,
    } as const;
    const parked = (...cards: Workshop['cards']) =>
      marks('review', { workshop: { ...EMPTY_WORKSHOP, cards } })['parking'];
    expect(parked(card)).toBe(false);
    expect(parked({ ...card, gone: true })).toBe(true);
    expect(parked({ ...card, state: 'dropped' })).toBe(true);
    expect(parked({ ...card, became: 'record-1' })).toBe(true);
  });

  it('does not call the top threats decided while one is open', () => {
    const element = {
      kind: 'process',
      id: 'a',
      of: null,
      outOfScope: null,
    } as ChecklistFacts['model']['elements'][number]; // as much of it as is read
    const model = { ...EMPTY_MODEL, elements: [element] };
    expect(marks('decide', { model, urgent: 1 })).toMatchObject({ register: false });
    expect(marks('decide', { model, urgent: 0 })).toMatchObject({ register: true });
    expect(marks('draw', { model })).toMatchObject({ flows: false });
  });
});
