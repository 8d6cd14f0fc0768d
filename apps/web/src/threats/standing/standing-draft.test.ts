import { describe, expect, it } from 'vitest';
import { draftOf, fieldsOf, isOver, newDraft, OWNER_LIMIT, problemsOf } from './standing-draft.ts';

const fine = { ...newDraft('WL-001'), why: 'the platform does it' };

describe('a standing decision being written', () => {
  it('needs a rule and a reason, and takes no spaces for one', () => {
    expect(problemsOf(fine)).toEqual({});
    expect(problemsOf({ ...newDraft(''), why: ' \n' })).toEqual({ rule: 'missing', why: 'missing' });
  });

  it('needs the tag that it goes by', () => {
    expect(problemsOf({ ...fine, scope: 'tag: ' })).toEqual({ tag: 'missing' });
    expect(problemsOf({ ...fine, scope: 'tag:legacy' })).toEqual({});
  });

  it('refuses an owner that is no name any more, and never cuts it', () => {
    expect(problemsOf({ ...fine, owner: 'x'.repeat(OWNER_LIMIT) })).toEqual({});
    expect(problemsOf({ ...fine, owner: 'x'.repeat(500) })).toEqual({ owner: 'too-long' });
  });

  it('is over after its last day, not on it', () => {
    expect(isOver({ until: '2026-03-01' }, '2026-03-01')).toBe(false);
    expect(isOver({ until: '2026-03-01' }, '2026-03-02')).toBe(true);
    expect(isOver({ until: '' }, '2026-03-02')).toBe(false);
  });

  it('is sent without the white space around its texts', () => {
    const draft = { ...fine, scope: 'tag: legacy ', why: ' known \n', owner: ' Ann ' };
    expect(fieldsOf(draft)).toEqual({ ...fine, scope: 'tag:legacy', why: 'known', owner: 'Ann' });
  });

  it('begins with what stands', () => {
    const stands = { ...fine, id: 's', until: '2026-03-01T00:00:00Z', created: null, ended: null };
    expect(draftOf(stands)).toEqual({ ...fine, until: '2026-03-01' });
  });
});
