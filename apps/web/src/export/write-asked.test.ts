import { writeNative } from '@strideboard/formats';
import { board } from '@strideboard/kubernetes/board';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { PlainInput } from './protocol.ts';
import { writeAsked } from './write-asked.ts';

const model = buildModel({
  meta: { title: 'Shop' },
  elements: [{ id: 'api', type: 'cp.apiserver', label: 'API' }],
});

const input: PlainInput = {
  model,
  board,
  ...{ additions: [], analysis: null, threats: [], vanished: [], causes: new Map(), standing: [] },
  ...{ exclusions: [], controls: {}, catalogue: [], ruleNames: {} },
  language: 'en',
};

const tools = (steps: string[] = []) => ({
  rasterise: () => Promise.reject(new Error('no page')),
  loadTrees: () => Promise.resolve({ trees: [], subtrees: [] }),
  onStep: (id: string) => void steps.push(id),
});

describe('what the worker does when it is asked', () => {
  it('can be asked by message, and writes the file of the format', async () => {
    const { blob, fileName, losses } = await writeAsked('json', structuredClone(input), tools());
    expect([fileName, losses]).toEqual(['model.json', []]);
    expect(await blob.text()).toBe(writeNative(model));
  });

  it('says in a sentence which format is not in the archive', async () => {
    const steps: string[] = [];
    const { fileName, losses } = await writeAsked('all', input, tools(steps));
    expect(fileName).toBe('export.zip');
    expect(steps).toContain('pdf');
    expect(losses).toEqual(['PNG: 1 thing']);
  }, 60_000); // fetches what writes PDF

  it('rejects with the reason where a format cannot be written', async () => {
    await expect(writeAsked('png', input, tools())).rejects.toThrow('no page');
  });
});
