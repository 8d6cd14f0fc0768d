import { EMPTY_WORKSHOP, type Workshop } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type AnalysisState, NOTHING_KNOWN } from './analysis-knowledge.ts';
import { veilFindings } from './veil.ts';

const prompt = { id: 'prompt~pod', subject: null, letters: [], rule: null, title: null, why: null } as const;
const FOUND = {
  ...NOTHING_KNOWN,
  analysis: { prompts: [prompt] },
  threats: [{}],
  badges: new Map([['pod', {}]]),
  names: { ...NOTHING_KNOWN.names, rules: { 'WL-001': 'a rule' } },
} as unknown as AnalysisState; // only handed on

function place() {
  const [found, shown] = [0, 1].map(() => createStore<AnalysisState>()(() => NOTHING_KNOWN));
  if (found === undefined || shown === undefined) throw new Error('place: two stores were made');
  let workshop: Workshop = EMPTY_WORKSHOP;
  const listeners: ((change: never) => void)[] = [];
  let open = (): void => {};
  const whole = new Promise<void>((done) => {
    open = done;
  });
  veilFindings({
    found,
    shown,
    document: {
      workshop: () => workshop,
      subscribe: (listener) => {
        listeners.push(listener);
        return () => {};
      },
    },
    whole,
  });
  found.setState(FOUND);
  const before = shown.getState();
  return {
    found,
    before,
    shown: () => shown.getState(),
    whole: async () => {
      open();
      await whole;
    },
    round: (state: 'silent' | 'revealed') => {
      workshop = { ...EMPTY_WORKSHOP, rounds: [{ id: 'r', state, prompt: '', at: 1, hidesNames: false }] };
      for (const listener of listeners) listener(undefined as never); // nobody reads what changed
    },
  };
}

describe('the veil over findings', () => {
  it('shows nothing before it is known whether everybody writes in silence', async () => {
    const { before, shown, whole } = place();
    expect([before.threats, before.analysis, before.veil]).toEqual([[], null, null]);
    await whole();
    expect(shown()).toEqual(FOUND);
    expect(shown().badges).toBe(FOUND.badges);
  });

  it('hides findings, questions and counts while a round runs, and leaves names and prompts', async () => {
    const { found, shown, whole, round } = place();
    await whole();
    round('silent');
    expect(shown()).toEqual({ ...NOTHING_KNOWN, names: FOUND.names, veil: { prompts: [prompt] } });
    const badges: unknown = new Map([['etcd', {}]]);
    found.setState({ badges: badges as AnalysisState['badges'] }); // only its keys are read
    expect(shown().badges.size).toBe(0);
    round('revealed');
    expect(shown().veil).toBeNull();
    expect([...shown().badges.keys()]).toEqual(['etcd']);
  });
});
