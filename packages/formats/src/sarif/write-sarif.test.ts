import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { writeNative } from '../native/write-native.ts';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { writeSarif } from './write-sarif.ts';

const model = buildModel({
  elements: [
    { id: 'api', type: 'cp.apiserver', label: 'API [here](http://x)', properties: { anonymous: true } },
    { id: 'api2', type: 'cp.apiserver', label: 'lab', properties: { anonymous: true } },
    { id: 'api3', type: 'cp.apiserver', label: 'done', properties: { anonymous: true } },
    { id: 'api4', type: 'cp.apiserver', label: 'far', outOfScope: 'vendor', properties: { anonymous: true } },
    { id: 'etcd', kind: 'store', type: 'cp.etcd' },
  ],
  flows: [{ id: 'f', source: 'api', target: 'etcd', label: 'store', properties: { encrypted: false } }],
});
const [accepted, mitigated] = ['R-1~api2', 'R-1~api3'];
const first = judgedInput(model);
const basisOf = (id: string): string => first.threats.find(({ finding }) => finding.id === id)?.finding.basis ?? '';
const input = judgedInput({
  ...model,
  decisions: buildModel({
    decisions: {
      [accepted]: decided({ state: 'accepted', basis: basisOf(accepted), fields: { why: 'Only in the lab.' } }),
      [mitigated]: decided({ state: 'mitigated', basis: basisOf(mitigated) }),
      'R-9~gone': decided({ state: 'mitigated' }),
    },
  }).decisions,
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly justification?: string }[];
}
const read = (text: string) =>
  JSON.parse(text) as {
    version: string;
    runs: [{ tool: { driver: { rules: { id: string; properties: Record<string, unknown> }[] } }; results: Result[] }];
  };

describe('the threat list as SARIF', () => {
  const { text, losses } = writeSarif({ ...input, modelUri: 'models/lab.json' });
  const [{ tool, results }] = read(text).runs;
  const byThreat = new Map(results.map((result) => [result.partialFingerprints['threatId/v1'], result]));

  it('has open threats and those that are suppressed; none that is mitigated or out of scope', () => {
    expect([...byThreat.keys()].sort()).toEqual(['R-1~api', 'R-1~api2', 'R-2~f', 'R-3~model']);
    expect(byThreat.get(accepted)).toMatchObject({
      level: 'none',
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'Only in the lab.' }],
    });
    expect(byThreat.get('R-1~api')?.suppressions).toBeUndefined();
  });

  it('points at the line of the element in the canonical file', () => {
    const lines = writeNative(input.model).split('\n');
    for (const [threat, id] of [
      ['R-1~api', 'api'],
      ['R-1~api2', 'api2'],
      ['R-2~f', 'f'],
    ] as const) {
      const place = byThreat.get(threat)?.locations[0]?.physicalLocation;
      expect(place?.artifactLocation.uri).toBe('models/lab.json');
      expect(JSON.parse((lines[(place?.region.startLine ?? 0) - 1] ?? '').replace(/,$/u, ''))).toMatchObject({ id });
    }
    expect(byThreat.get('R-3~model')?.locations[0]?.physicalLocation.region.startLine).toBe(1);
  });

  it('names every rule once, with the number code scanning ranks by', () => {
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['R-1', 'R-2', 'R-3']);
    expect(tool.driver.rules.map(({ properties }) => properties['security-severity'])).toEqual(['9.5', '8.0', '2.0']);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('makes no links of what people wrote', () => {
    expect(byThreat.get('R-1~api')?.message.text).toContain('\\[here\\](http://x)');
  });

  it('keeps fingerprints when labels change and things move, and names what is left out', () => {
    const renamed = judgedInput({
      ...input.model,
      elements: input.model.elements.map((one) => ({ ...one, label: 'x', x: one.x + 500 })),
    });
    const prints = (log: string) => read(log).runs[0].results.map(({ partialFingerprints }) => partialFingerprints);
    expect(prints(writeSarif(renamed).text)).toEqual(prints(text));
    expect(losses).toEqual([
      { code: 'decision-vanished', where: 'R-9~gone' },
      { code: 'threat-left-out', where: mitigated },
      { code: 'threat-left-out', where: 'R-1~api4' },
    ]);
  });
});
