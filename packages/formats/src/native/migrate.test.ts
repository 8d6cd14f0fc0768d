import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';

const steps = {
  1: (file: Readonly<Record<string, unknown>>) => ({ ...file, elements: file['nodes'], nodes: undefined }),
  2: (file: Readonly<Record<string, unknown>>) => ({ ...file, flows: [] }),
};

describe('a file of an older schema', () => {
  it('goes through every step up to the newest, in order', () => {
    const old = { format: 'strideboard', schema: 1, nodes: ['a'] };
    expect(migrate(old, { from: 1, to: 3, steps })).toEqual({
      format: 'strideboard',
      schema: 3,
      elements: ['a'],
      nodes: undefined,
      flows: [],
    });
    expect(old).toEqual({ format: 'strideboard', schema: 1, nodes: ['a'] });
  });

  it('is left alone when it is of the newest, and takes a schema without a step as it is', () => {
    const file = { schema: 3 };
    expect(migrate(file, { from: 3, to: 3, steps })).toBe(file);
    expect(migrate({ schema: 3, x: 1 }, { from: 3, to: 4, steps })).toEqual({ schema: 4, x: 1 });
    expect(migrate('text', { from: 1, to: 3, steps })).toBe('text');
  });
});
