import { describe, expect, it } from 'vitest';
import type { SubjectNames } from '../../ui/subject-names.ts';
import { scopeText } from './scope-text.ts';

const names = {
  name: (id: string) => ({ ns: 'payments', cl: 'Cluster' })[id] ?? null,
  what: (id: string) => ({ ns: 'Namespace', cl: 'Cluster' })[id] ?? null,
} as Pick<SubjectNames, 'name' | 'what'> as SubjectNames; // the rest is not asked

describe('where a standing decision applies', () => {
  it.each([
    ['model', 'Everywhere on this board'],
    ['tag:lab', 'Tagged “lab”'],
    ['ns', 'Inside payments (Namespace)'],
    ['cl', 'Inside Cluster'],
  ])('%s reads: %s', (scope, text) => {
    expect(scopeText(scope, names)).toBe(text);
  });

  it('is not passed over when its boundary is gone', () => {
    expect(scopeText('gone', names)).toMatch(/no longer|not on the board|gone/u);
  });
});
