import { describe, expect, it } from 'vitest';
import { buildRow } from '../testing/build-row.ts';
import { COLUMNS } from '../views/view-settings.ts';
import { editFieldOf, isTakeable, type ValueField, valueOf, writtenOf } from './edit-field.ts';

const field = (column: (typeof COLUMNS)[number]): ValueField => {
  const found = editFieldOf(column);
  if (found === null || found.kind === 'decision') throw new Error(`no value field: ${column}`);
  return found;
};

describe('cells that can be changed', () => {
  it('are those whose value people say, not what is derived, counted or drawn', () => {
    const fixed = COLUMNS.filter((column) => editFieldOf(column) === null);
    expect(fixed).toEqual(['risk', 'inherent', 'subject', 'letters', 'description', 'id']);
    expect(editFieldOf('title')).toBeNull();
  });

  it('show a suggested grade as nothing said, so that choosing the same number says it', () => {
    const parts = { id: 'a', likelihood: 3, impact: 4 };
    expect(valueOf(buildRow(parts), field('likelihood'))).toBe('');
    expect(valueOf(buildRow({ ...parts, isSaid: true }), field('impact'))).toBe('4');
  });

  it('show a due date only where it is one', () => {
    expect(valueOf(buildRow({ id: 'a', due: '2027-03-01' }), field('due'))).toBe('2027-03-01');
    expect(valueOf(buildRow({ id: 'a', due: 'next spring' }), field('due'))).toBe('');
  });

  it('write numbers for grades, lists for tags, trimmed text for the rest, and clear what is empty', () => {
    expect(writtenOf(field('impact'), '2')).toBe(2);
    expect(writtenOf(field('tags'), ' pci, old ,pci')).toEqual(['pci', 'old']);
    expect(writtenOf(field('owner'), ' Platform ')).toBe('Platform');
    for (const column of ['impact', 'tags', 'owner', 'due', 'party'] as const)
      expect(writtenOf(field(column), '  ')).toBeNull();
  });

  it('take no more tags than a threat may have', () => {
    const tags = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`).join(',');
    expect([isTakeable(field('tags'), tags(50)), isTakeable(field('tags'), tags(51))]).toEqual([true, false]);
  });
});
