import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedInput } from '../testing/judged-input.ts';
import { writeMermaid } from './write-mermaid.ts';

/** Every line that can stand in a flowchart of ours; labels hold letters, digits, harmless signs and character codes. */
const LABEL = String.raw`"(?:[\p{L}\p{M}\p{N} .,:()·/→_-]|#\d+;)+"`;
const LINES = [
  'flowchart LR',
  String.raw` *subgraph [bd]\d+\[${LABEL}\]`,
  ' *end',
  String.raw` *n\d+(?:\(${LABEL}\)|\[\(${LABEL}\)\]|\[${LABEL}\]|>${LABEL}\]|\[\[${LABEL}\]\])`,
  String.raw`  [bn]\d+ <?-->(?:\|${LABEL}\|)? [bn]\d+`,
  String.raw`  classDef \w+ [a-z0-9:,. -]+`,
  String.raw`  class [bn]\d+(?:,[bn]\d+)* \w+`,
];
const GRAMMAR = new RegExp(`^(?:${LINES.join('|')})$`, 'u');

describe('the diagram as Mermaid', () => {
  it('draws boundaries as subgraphs and flows with their numbers', () => {
    const model = buildModel({
      elements: [
        { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label: 'production' },
        { id: 'api', type: 'cp.apiserver', label: 'API', parent: 'cluster' },
        { id: 'etcd', kind: 'store', type: 'cp.etcd', parent: 'cluster', outOfScope: 'vendor' },
        { id: 'dev', kind: 'external', label: 'Developer' },
      ],
      flows: [
        { id: 'g', source: 'api', target: 'etcd', order: '2', direction: 'two', label: 'ask', returnLabel: 'tell' },
        { id: 'f', source: 'dev', target: 'api', order: '1', label: 'kubectl apply' },
      ],
    });
    expect(writeMermaid(judgedInput(model))).toEqual({
      text: `flowchart LR
  subgraph b0["production"]
    n1("API")
    n2[("etcd")]
  end
  n3["Developer"]
  n3 -->|"1 · kubectl apply"| n1
  n1 <-->|"2 · ask / tell"| n2
  classDef trust fill:none,stroke-dasharray:6 4
  class b0 trust
  classDef outOfScope opacity:0.5
  class n2 outOfScope
`,
      losses: [],
    });
  });

  it('has a subgraph a diagram where there are several', () => {
    const model = buildModel({
      diagrams: [{ id: 'd1', title: 'Overview' }, { id: 'd2' }],
      elements: [{ id: 'a' }, { id: 'b', diagram: 'd2' }],
    });
    expect(writeMermaid(judgedInput(model)).text).toContain('subgraph d1["unnamed"]\n    n1(');
  });

  it('lets no label become syntax or markup', () => {
    const hostile = [
      '"] --> x',
      'a\nend\n%%{init: {}}%%',
      '<script>x</script>',
      '`*b*`',
      '#quot;',
      '\u202Eevil',
      '',
      ' ',
      '\\"',
      ';',
    ];
    const model = buildModel({
      elements: [
        ...hostile.map((label, at) => ({ id: `b${at}`, kind: 'boundary' as const, label })),
        ...hostile.map((label, at) => ({ id: `e${at}`, label, parent: `b${at}` })),
      ],
      flows: hostile.map((label, at) => ({
        id: `f${at}`,
        source: `e${at}`,
        target: 'e0',
        label,
        order: label.slice(0, 12),
      })),
    });
    for (const line of writeMermaid(judgedInput(model)).text.trimEnd().split('\n')) expect(line).toMatch(GRAMMAR);
  });

  it('is made of known lines alone, whatever the model', () => {
    fc.assert(
      fc.property(arbitraryModel(8), (any) => {
        for (const line of writeMermaid(judgedInput(any)).text.trimEnd().split('\n')) expect(line).toMatch(GRAMMAR);
      }),
      { numRuns: 60 },
    );
  });

  it('says what Mermaid cannot draw', () => {
    const model = buildModel({
      elements: [
        {
          id: 'wall',
          kind: 'boundary',
          shape: {
            kind: 'line',
            points: [
              [0, 0],
              [9, 9],
            ],
            smooth: false,
          } as never,
        },
        { id: 'team', kind: 'boundary' },
        { id: 'a', memberOf: ['team'] },
        { id: 'b', label: 'x'.repeat(10_000) },
      ],
      flows: Array.from({ length: 501 }, (_, at) => ({ id: `f${at}`, source: 'a', target: 'b' })),
    });
    const codes = writeMermaid(judgedInput(model)).losses.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['mermaid-limit', 'line-left-out', 'membership-left-out']));
  });
});
