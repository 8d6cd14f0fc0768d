import { type Decision, elementId, threatId } from '@strideboard/model';
import type { Threat } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { decisionFrom, draftFor, lacksWhy, sharedTags } from './decision-draft.ts';

const threat = (subject: string, decision: Partial<Decision> | null = null): Threat => ({
  finding: {
    id: threatId('R', [elementId(subject)]),
    rule: 'R',
    subjects: [elementId(subject)],
    title: '',
    letters: ['S'],
    severity: 'high',
    why: '',
    because: [],
    controls: [],
    references: [],
    threatClass: [],
    basis: `facts of ${subject}`,
    outOfScope: false,
  },
  state: decision?.state ?? 'open',
  decision: decision === null ? null : { state: 'open', basis: '', by: '', at: 0, fields: {}, ...decision },
  standing: null,
  severity: 'high',
  confirmAgain: false,
  broken: [],
});

describe('draftFor', () => {
  it('begins with what was decided', () => {
    const given = threat('x', { state: 'accepted', fields: { why: 'small', owner: 'Bo' } });
    expect(draftFor([given])).toEqual({ state: 'accepted', why: 'small', owner: 'Bo', tags: null });
  });

  it('begins open and empty where several threats differ', () => {
    const [a, b] = [threat('x', { state: 'accepted', fields: { why: 'small' } }), threat('y')];
    expect(draftFor([a, b])).toEqual({ state: 'open', why: '', owner: '', tags: null });
  });
});

describe('lacksWhy', () => {
  it('asks for a justification of accepted and not applicable, and takes no spaces for one', () => {
    expect(lacksWhy({ state: 'accepted', why: ' \n' })).toBe(true);
    expect(lacksWhy({ state: 'notApplicable', why: '' })).toBe(true);
    expect(lacksWhy({ state: 'accepted', why: 'small' })).toBe(false);
    expect(lacksWhy({ state: 'mitigated', why: '' })).toBe(false);
  });
});

describe('decisionFrom', () => {
  it('decides each threat on the facts it has now and clears what was emptied', () => {
    expect(
      decisionFrom([threat('x'), threat('y')], { state: 'deferred', why: ' later ', owner: ' ', tags: null }),
    ).toEqual({
      threats: ['R~x', 'R~y'],
      state: 'deferred',
      basis: { 'R~x': 'facts of x', 'R~y': 'facts of y' },
      fields: { why: 'later', owner: null },
    });
  });

  it('leaves tags that nobody touched, and takes what was written, each once', () => {
    const draft = { state: 'open', why: '', owner: '' } as const;
    const tagged = threat('x', { fields: { tags: ['pci', 'legacy'] } });
    expect(decisionFrom([tagged], { ...draft, tags: null }).fields).not.toHaveProperty('tags');
    expect(decisionFrom([tagged], { ...draft, tags: ' legacy,, a b ,legacy' }).fields?.tags).toEqual(['legacy', 'a b']);
    expect(decisionFrom([tagged], { ...draft, tags: ' , ' }).fields?.tags).toBeNull();
    expect(sharedTags([tagged, threat('y', { fields: { tags: ['legacy'] } })])).toBe('legacy');
    expect(sharedTags([tagged, threat('y')])).toBe('');
  });
});
