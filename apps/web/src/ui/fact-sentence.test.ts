import { elementId, flowId } from '@strideboard/model';
import { createPackIndex, type BoardPart, type PropertyDefinition } from '@strideboard/packs';
import type { Fact } from '@strideboard/stride';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { factSentence, fill, type Piece, type SentenceContext } from './fact-sentence.ts';

const board: BoardPart = {
  id: 'test',
  version: '1',
  title: 'Test',
  families: [{ id: 'f', label: 'Family' }],
  stencils: [{ id: 'cp.api', family: 'f', kind: 'process', label: 'API server', icon: 'x' }],
  boundaries: [{ id: 'tb.ns', label: 'Namespace', style: 'trust', colour: 'namespace', icon: 'x' }],
  properties: [],
  groups: [{ id: 'databases', members: ['st.*'], meaning: 'databases' }],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
};
const api = elementId('api');
const flow = flowId('f1');
const ns = elementId('ns');
const names: Readonly<Record<string, string>> = {
  api: 'API server',
  f1: '1 create pod',
  ns: 'kube-system',
  reg: 'Registry',
};
const definitions: readonly PropertyDefinition[] = [
  { name: 'anonymousAuth', label: 'Anonymous requests', appliesTo: ['any'], type: 'boolean' },
  {
    name: 'protocol',
    label: 'Protocol',
    appliesTo: ['any'],
    type: 'enum',
    values: [{ id: 'grpcs', label: 'gRPC over TLS' }],
  },
];
const context = (about: SentenceContext['about'] = null): SentenceContext => ({
  pack: createPackIndex(board),
  words: english,
  about,
  definition: (_, name) => definitions.find((definition) => definition.name === name) ?? null,
});
const written = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'subject' ? `[${names[piece.id] ?? '?'}]` : piece.text)).join('');
const property = (name: string, value: string | boolean | readonly string[]): Fact => ({
  kind: 'property',
  subject: api,
  property: name,
  value,
  origin: 'stated',
  evidence: null,
});

describe('factSentence', () => {
  it('names property and value, and the subject unless the list is about it', () => {
    expect(written(factSentence(property('anonymousAuth', true), context(api)))).toBe('Anonymous requests: Yes');
    expect(written(factSentence(property('anonymousAuth', false), context()))).toBe(
      '[API server], Anonymous requests: No',
    );
  });

  it('uses the labels of the pack, and the bare words where it has none', () => {
    expect(written(factSentence(property('protocol', 'grpcs'), context(api)))).toBe('Protocol: gRPC over TLS');
    expect(written(factSentence(property('other', 'own'), context(api)))).toBe('other: own');
  });

  it('says "none" for an empty list, which is an answer', () => {
    expect(written(factSentence(property('other', []), context(api)))).toBe('other: none');
  });

  it('makes every crossed boundary clickable', () => {
    const fact: Fact = {
      kind: 'crosses',
      subject: flow,
      boundaries: [ns, elementId('reg')],
      selectors: [],
      holds: true,
    };
    const pieces = factSentence(fact, context());
    expect(written(pieces)).toBe('[1 create pod] crosses [kube-system], [Registry]');
    expect(pieces.filter((piece) => piece.kind === 'subject')).toHaveLength(3);
  });

  it('tells the opposite where the opposite was found', () => {
    const nowhere: Fact = { kind: 'within', subject: api, witness: null, selectors: ['tb.ns'], holds: false };
    expect(written(factSentence(nowhere, context()))).toBe('[API server] is not inside: Namespace');
    const uncrossed: Fact = { kind: 'crosses', subject: flow, boundaries: [], selectors: [], holds: false };
    expect(written(factSentence(uncrossed, context()))).toBe('[1 create pod] crosses no boundary');
  });

  it('puts selectors into words: stencils, boundary kinds, groups, classes, and globs as written', () => {
    const fact: Fact = {
      kind: 'kind',
      subject: api,
      selectors: ['cp.api', 'databases', 'process', 'wl.*'],
      holds: true,
    };
    expect(written(factSentence(fact, context()))).toBe('[API server] is: API server or databases or Process or wl.*');
  });

  it('shows the way of what can be reached', () => {
    const fact: Fact = { kind: 'reachable', subject: api, selectors: ['external'], path: [ns, flow, api], holds: true };
    expect(written(factSentence(fact, context()))).toBe(
      '[API server] can be reached: [kube-system] → [1 create pod] → [API server]',
    );
  });

  it('has a sentence for what is granted and what differs', () => {
    const grants: Fact = {
      kind: 'grants',
      subject: api,
      verb: 'get',
      resource: 'secrets',
      entry: '*:secrets',
      holds: true,
    };
    expect(written(factSentence(grants, context()))).toBe('[API server] may get secrets, granted by *:secrets');
    const distinct: Fact = { kind: 'distinct', subject: ns, property: 'anonymousAuth', values: [false, true] };
    expect(written(factSentence(distinct, context()))).toBe(
      '[kube-system] holds different values of Anonymous requests: No, Yes',
    );
  });
});

describe('fill', () => {
  it('leaves braces in names alone and unknown places as they are', () => {
    const pieces = fill('{a} and {b}', { a: [{ kind: 'strong', text: '{b}' }] });
    expect(written(pieces)).toBe('{b} and {b}');
    expect(pieces.map((piece) => piece.kind)).toEqual(['strong', 'text', 'text']);
  });
});
