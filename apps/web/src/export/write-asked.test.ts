import { writeNative } from '@strideboard/formats';
import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { analyse, compileJudgement, joinDecisions } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { PlainInput } from './protocol.ts';
import { sayInput } from './say-input.ts';
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
  saidIn: 'en',
  written: [],
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

  it('says what packs say in the language of the file, whatever the page speaks', async () => {
    const judged = compileJudgement(board, judgement);
    if (!judged.ok) throw new Error('the judgement does not compile');
    const open = buildModel({
      elements: [{ id: 'p', type: 'wl.pod', label: 'api', properties: { privileged: true } }],
    });
    const analysis = analyse(open, judged.judgement);
    const { threats } = joinDecisions(analysis.findings, {});
    const said = await sayInput({ ...input, model: open, analysis, threats, language: 'de' });
    const of = ({ threats: all }: PlainInput) => all.find(({ finding }) => finding.rule === 'WL-001')?.finding;
    expect(of(said)?.title).toMatch(/^api ist privilegiert/u);
    expect(of(said)?.basis).toBe(threats.find(({ finding }) => finding.rule === 'WL-001')?.finding.basis);
    expect(said.threats.map(({ finding }) => finding.id)).toEqual(threats.map(({ finding }) => finding.id));
    expect(said.board.stencils.find(({ id }) => id === 'st.database')?.label).toBe('Datenbank');
    expect(said.controls['B1']).toBe('Verschlüsselung unterwegs');
    const already = { ...input, model: open, analysis, threats };
    expect(await sayInput(already)).toBe(already);
  });

  it('rejects with the reason where a format cannot be written', async () => {
    await expect(writeAsked('png', input, tools())).rejects.toThrow('no page');
  });
});
