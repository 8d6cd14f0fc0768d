import { elementId, flowId } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { DERIVED_PROPERTIES, type Fact } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { board } from '../testing/judged-input.ts';
import { createFactTexts } from './fact-text.ts';

const model = buildModel({
  elements: [
    { id: 'ns', kind: 'boundary', type: 'tb.cluster', label: 'prod' },
    { id: 'api', type: 'cp.apiserver', parent: 'ns' },
    { id: 'etcd', kind: 'store', type: 'cp.etcd', label: 'db' },
  ],
  flows: [{ id: 'f', source: 'api', target: 'etcd' }],
});
const [api, etcd, ns, f] = [elementId('api'), elementId('etcd'), elementId('ns'), flowId('f')];
const text = createFactTexts(model, createPackIndex(board), english);
const cases: readonly (readonly [Fact, string])[] = [
  [
    { kind: 'property', subject: api, property: 'anonymous', value: true, origin: 'stated', evidence: null },
    'API server, Anonymous access: Yes',
  ],
  [
    { kind: 'property', subject: f, property: 'other', value: [], origin: 'stated', evidence: null },
    'API server → db, other: none',
  ],
  [{ kind: 'kind', subject: etcd, selectors: ['store', 'cp.etcd'], holds: true }, 'db is: Data store or etcd'],
  [{ kind: 'crosses', subject: f, boundaries: [ns], selectors: [], holds: true }, 'API server → db crosses prod'],
  [
    { kind: 'crosses', subject: f, boundaries: [], selectors: ['tb.cluster'], holds: false },
    'API server → db crosses no boundary of kind Cluster',
  ],
  [{ kind: 'crosses', subject: f, boundaries: [], selectors: [], holds: false }, 'API server → db crosses no boundary'],
  [{ kind: 'within', subject: api, witness: ns, selectors: [], holds: true }, 'API server is inside prod'],
  [{ kind: 'contains', subject: ns, witness: null, selectors: ['cp.*'], holds: false }, 'prod holds no: cp.*'],
  [
    { kind: 'flow', subject: api, direction: 'to', flow: f, other: etcd, selectors: [], holds: true },
    'API server → db goes to db',
  ],
  [
    { kind: 'flow', subject: api, direction: 'from', flow: null, other: null, selectors: [], holds: false },
    'no flow comes to API server from: anything',
  ],
  [
    { kind: 'reachable', subject: etcd, selectors: [], path: [api, f, etcd], holds: true },
    'db can be reached: API server → API server → db → db',
  ],
  [
    { kind: 'grants', subject: api, verb: 'get', resource: 'secrets', entry: '*:secrets', holds: true },
    'API server may get secrets, granted by *:secrets',
  ],
  [
    { kind: 'distinct', subject: ns, property: 'tenant', values: ['a', 'b'] },
    'prod holds different values of tenant: a, b',
  ],
];

describe('the sentence of a fact', () => {
  it.each(cases)('of %j', (fact, sentence) => {
    expect(text(fact)).toBe(sentence);
  });

  it.each(Object.keys(DERIVED_PROPERTIES))('names %s, which no pack has to name', (property) => {
    const sentence = text({ kind: 'property', subject: api, property, value: true, origin: 'derived', evidence: null });
    expect(sentence.split(', ')[1]).toMatch(/^[A-Z][a-z ]+: Yes$/u);
  });
});
