import { elementId } from '@strideboard/model';
import type { Fact, FactOrigin } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { settableFacts } from './settable-facts.ts';

const fact = (property: string, value: boolean | string, origin: FactOrigin = 'stated'): Fact => ({
  kind: 'property',
  subject: elementId('x'),
  property,
  value,
  origin,
  evidence: null,
});

describe('settableFacts', () => {
  it('turns around yes-or-no facts that stand on the board', () => {
    expect(settableFacts([fact('a', true), fact('b', false, 'inherited'), fact('c', 'text')])).toEqual([
      { subject: 'x', property: 'a', to: false },
      { subject: 'x', property: 'b', to: true },
    ]);
  });

  it('claims an exception that nobody has claimed yet', () => {
    expect(settableFacts([{ kind: 'unanswered', subject: elementId('x'), property: 'a' }])).toEqual([
      { subject: 'x', property: 'a', to: true },
    ]);
  });

  it('leaves alone what follows from the kind, from other facts or from the drawing', () => {
    const kind: Fact = { kind: 'kind', subject: elementId('x'), selectors: [], holds: true };
    expect(settableFacts([fact('a', true, 'stencil'), fact('b', true, 'derived'), kind])).toEqual([]);
  });
});
