import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Model } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided, judgedInput } from '../testing/judged-input.ts';
import { writeSarif } from './write-sarif.ts';

const require = createRequire(import.meta.url);
const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object; // a schema is an object
/** The schema as OASIS publishes it, from the package that brings it. It is written in the fourth draft of JSON Schema. */
const validate = new Ajv({ allErrors: true, schemaId: 'auto' })
  .addMetaSchema(read(require.resolve('ajv/lib/refs/json-schema-draft-04.json')))
  .compile(read(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));

/** Every way in which a log breaks the schema; empty for a valid one. */
function mistakes(text: string): readonly unknown[] {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

const manual = {
  letters: ['T' as const, 'I' as const],
  origin: 'hand',
  from: [],
  z: 'a0',
  created: null,
  description: 'By [mail](http://x).',
};
const drawn = buildModel({
  elements: [
    { id: 'api', type: 'cp.apiserver', label: 'API', properties: { anonymous: true } },
    { id: 'etcd', kind: 'store', type: 'cp.etcd' },
  ],
  flows: [{ id: 'f', source: 'api', target: 'etcd' }],
  decisions: {
    'manual~m1': decided({
      state: 'open',
      fields: { severity: 'critical', likelihood: 2, impact: 5, party: 'customer' },
    }),
    'manual~m2': decided({ state: 'accepted', fields: { why: 'We all are.' } }),
    'manual~m3': decided({ state: 'mitigated' }),
  },
});
const model: Model = {
  ...drawn,
  manual: [
    { ...manual, id: 'm1', title: 'Somebody is bribed', on: ['api', 'f'] },
    { ...manual, id: 'm2', title: 'Somebody is tired', on: [], letters: [] },
    { ...manual, id: 'm3', title: 'Done', on: ['etcd'] },
  ],
};

describe('SARIF against its schema', () => {
  it('is valid whatever the model', () => {
    fc.assert(
      fc.property(arbitraryModel(6), (any) => {
        expect(mistakes(writeSarif(judgedInput(any)).text)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is valid with nothing in it, and for a file whose path has spaces', () => {
    expect(mistakes(writeSarif(judgedInput(buildModel({}))).text)).toEqual([]);
    const { text } = writeSarif({ ...judgedInput(model), modelUri: 'my models\\lab 1.json' });
    expect(mistakes(text)).toEqual([]);
    expect(text).toContain('"uri": "my%20models/lab%201.json"');
  });

  it('would tell a broken log', () => {
    expect(mistakes('{"version":"2.1.0","runs":[{"results":[{}]}]}')).not.toEqual([]);
  });

  it('has what people wrote, one rule a category, at every line it is about', () => {
    const log: unknown = JSON.parse(writeSarif(judgedInput(model)).text);
    expect(log).toMatchObject({
      runs: [
        {
          tool: { driver: { rules: [{ id: 'R-1' }, { id: 'R-3' }, { id: 'written-T' }, { id: 'written-other' }] } },
        },
      ],
    });
    const { results } = (log as { runs: [{ results: { partialFingerprints: Record<string, string> }[] }] }).runs[0]; // the shape under test
    const resultOf = (id: string) => results.find((result) => result.partialFingerprints['threatId/v1'] === id);
    expect(resultOf('manual~m1')).toMatchObject({
      ruleId: 'written-T',
      level: 'error',
      message: { text: 'Somebody is bribed. By \\[mail\\](http://x).' },
      locations: [
        { logicalLocations: [{ fullyQualifiedName: 'api' }] },
        { logicalLocations: [{ fullyQualifiedName: 'f' }] },
      ],
      properties: { inherentRisk: 10, residualRisk: 10, party: 'customer', origin: 'hand' },
    });
    expect(resultOf('manual~m2')).toMatchObject({ suppressions: [{ justification: 'We all are.' }] });
    expect(resultOf('manual~m3')).toBeUndefined();
  });
});
