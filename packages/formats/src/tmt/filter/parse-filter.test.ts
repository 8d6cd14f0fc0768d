import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodesOf } from './filter.ts';
import { parseFilter } from './parse-filter.ts';

const is = (subject: string, type: string) => ({ kind: 'is', subject, type });

describe('parseFilter', () => {
  it('reads each comparison', () => {
    expect(parseFilter("source is 'GE.P'")).toEqual(is('source', 'GE.P'));
    expect(parseFilter("flow crosses 'GE.TB.L'")).toEqual({ kind: 'crosses', type: 'GE.TB.L' });
    expect(parseFilter("flow.54851a3b-65da is 'None'")).toEqual({
      kind: 'has',
      subject: 'flow',
      property: '54851a3b-65da',
      value: 'None',
    });
  });

  it('takes keywords in any case and line breaks anywhere', () => {
    expect(parseFilter("\n  SOURCE Is\n 'a' AND\tNot(target is 'b')\n")).toEqual({
      kind: 'and',
      operands: [is('source', 'a'), { kind: 'not', operand: is('target', 'b') }],
    });
  });

  it('binds "and" tighter than "or", and "not" tightest', () => {
    expect(parseFilter("source is 'a' or not source is 'b' and target is 'c'")).toEqual({
      kind: 'or',
      operands: [
        is('source', 'a'),
        { kind: 'and', operands: [{ kind: 'not', operand: is('source', 'b') }, is('target', 'c')] },
      ],
    });
  });

  it('takes a filter without content for one that never holds', () => {
    expect(parseFilter(' \n')).toBe('empty');
  });

  it.each([
    'source is',
    "source is 'a",
    "(source is 'a'",
    "source is 'a')",
    "source is 'a' target is 'b'",
    "source crosses 'a'",
    "flow. is 'a'",
    "boundary is 'a'",
    "and source is 'a'",
    `${'('.repeat(40)}source is 'a'${')'.repeat(40)}`,
    `source is '${'a'.repeat(20_000)}'`,
  ])('reads nothing in %j', (text) => {
    expect(parseFilter(text)).toBeNull();
  });

  it('never throws, and what it reads is made of comparisons', () => {
    const words = [
      'source',
      'target',
      'flow',
      'flow.x',
      'is',
      'crosses',
      'and',
      'or',
      'not',
      '(',
      ')',
      "'a'",
      "'",
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        const filter = parseFilter(parts.join(' '));
        if (filter === null || filter === 'empty') return;
        expect(nodesOf(filter).some(({ kind }) => kind === 'is' || kind === 'has' || kind === 'crosses')).toBe(true);
      }),
    );
  });
});
