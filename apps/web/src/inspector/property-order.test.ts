import type { PropertyDefinition } from '@strideboard/packs';
import { describe, expect, it } from 'vitest';
import { orderProperties, sharedDefinitions } from './property-order.ts';

const definition = (name: string, type: PropertyDefinition['type'] = 'boolean'): PropertyDefinition => ({
  name,
  label: name,
  appliesTo: ['any'],
  type,
});
const definitions = ['a', 'b', 'c', 'd'].map((name) => definition(name));
const names = (part: readonly PropertyDefinition[]): readonly string[] => part.map(({ name }) => name);

describe('orderProperties', () => {
  it('puts what rules ask first, in the order of the questions, then answers, then the rest', () => {
    const parts = orderProperties({ definitions, values: [{ b: true, d: false }], asked: ['c', 'b', 'unknown'] });
    expect(names(parts.asked)).toEqual(['c', 'b']);
    expect(names(parts.answered)).toEqual(['d']);
    expect(names(parts.rest)).toEqual(['a']);
  });

  it('counts an answer of any of several subjects', () => {
    const parts = orderProperties({ definitions, values: [{}, { a: false }], asked: [] });
    expect(names(parts.answered)).toEqual(['a']);
  });
});

describe('sharedDefinitions', () => {
  it('gives what all have with the same type', () => {
    const lists = [definitions, [definition('b'), definition('c', 'enum'), definition('d')]];
    expect(names(sharedDefinitions(lists))).toEqual(['b', 'd']);
  });

  it('gives nothing for nothing', () => {
    expect(sharedDefinitions([])).toEqual([]);
  });
});
