import { describe, expect, it } from 'vitest';
import { formatProblem, type LoadedPack, loadPack, type PackFile, type PackProblem } from './index.ts';

const PACK = `
pack: { id: small, version: "1", title: Small pack }
families:
  - { id: wl, label: Workload }
stencils:
  - { id: wl.pod, family: wl, kind: process, label: Pod, icon: pod }
boundaries:
  - { id: tb.node, label: Node, style: trust, colour: node, icon: node }
controls:
  - { id: C1, label: Drop it }
references:
  - { key: cwe, title: CWE, status: checked }
rings:
  - { id: same-node, within: tb.node }
steps:
  - id: B-1
    title: "{source} breaks out"
    via: node
    from: wl.pod
    flow: { along: answer, end: wl.pod }
    to: { kind: around, boundary: tb.node }
    gives: control
    why: It may.
    stops: [{ control: C1 }]
    references: ['cwe:250']
    examples:
      - { from: a, to: n, opens: proven, elements: [{ id: n, type: tb.node }, { id: a, type: wl.pod, parent: n }] }
`;

const files = (text: string): readonly PackFile[] => [{ path: 'pack/blast.yaml', text }];

function loaded(text: string): LoadedPack {
  const result = loadPack(files(text));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

function problemsOf(text: string): readonly PackProblem[] {
  const result = loadPack(files(text));
  return result.ok ? [] : result.problems;
}

describe('the blast part of a pack', () => {
  it('reads steps and rings, what was left out included', () => {
    const { blast, conditionPlaces } = loaded(PACK);
    expect(blast.rings).toEqual([{ id: 'same-node', within: ['tb.node'], otherwise: [] }]);
    expect(blast.steps[0]).toMatchObject({
      from: ['wl.pod'],
      having: 'control',
      flow: { along: 'answer', end: ['wl.pod'] },
      when: 'true',
      to: { kind: 'around', boundary: ['tb.node'], unplaced: 'each' },
      stops: [{ control: 'C1', assumable: true, kind: 'wall', unsaid: 'doubt' }],
      references: [{ key: 'cwe', id: '250', checked: true }],
    });
    expect(conditionPlaces['step B-1']).toMatchObject({ file: 'pack/blast.yaml' });
    expect(JSON.parse(JSON.stringify(blast))).toEqual(blast);
  });

  it('lists every name that leads nowhere', () => {
    const wrong = PACK.replace('from: wl.pod', 'from: wl.pid')
      .replace('end: wl.pod', 'end: wl.pad')
      .replace('boundary: tb.node', 'boundary: [tb.knot, tb.*]')
      .replace('control: C1', 'control: C9')
      .replace("'cwe:250'", "'cve:1'")
      .replace('within: tb.node', 'within: gone.*')
      .replace('to: n, opens', 'to: z, opens');
    expect(problemsOf(wrong).map(({ item, path, message }) => [item, path, message.match(/"(.*)"/u)?.[1]])).toEqual([
      ['ring same-node', 'rings[0]', 'gone.*'],
      ['step B-1', 'steps[0].from', 'wl.pid'],
      ['step B-1', 'steps[0].flow.end', 'wl.pad'],
      ['step B-1', 'steps[0].to', 'tb.knot'],
      ['step B-1', 'steps[0].stops', 'C9'],
      ['step B-1', 'steps[0].references', 'cve'],
      ['step B-1', 'steps[0].examples[0]', 'z'],
    ]);
  });

  it('refuses an id that occurs twice, and a shape it does not know', () => {
    const again = PACK.replace('rings:\n', 'rings:\n  - { id: same-node, within: tb.node }\n');
    expect(problemsOf(again)).toMatchObject([{ code: 'id-twice', item: 'ring same-node' }]);
    const odd = PACK.replace('gives: control', 'gives: everything').replace('kind: around', 'kind: beyond');
    expect(problemsOf(odd).map(({ code, item, path }) => [code, item, path])).toEqual([
      ['shape', 'step B-1', 'steps[0].to'],
      ['shape', 'step B-1', 'steps[0].gives'],
    ]);
  });
});
