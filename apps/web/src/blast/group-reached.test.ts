import { elementId } from '@strideboard/model';
import type { Reached } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { groupReached } from './group-reached.ts';

const reached = (id: string, over: Partial<Reached> = {}): Reached => ({
  subject: elementId(id),
  access: 'control',
  certainty: 'proven',
  assumptions: 0,
  where: 'same-node',
  distance: 1,
  path: [],
  outOfScope: false,
  ...over,
});
const possible = { certainty: 'possible', assumptions: 1 } as const;
const ids = (list: readonly { readonly subject: string }[]): readonly string[] => list.map(({ subject }) => subject);

describe('groupReached', () => {
  it('begins with what is nearest, and leaves out where nothing is reached', () => {
    const groups = groupReached([reached('far', { where: 'outside' }), reached('near')], (id) => id);
    expect(groups.map(({ where }) => where)).toEqual(['same-node', 'outside']);
  });

  it('keeps what is certain apart from what is possible', () => {
    const [group] = groupReached([reached('a'), reached('b', possible)], (id) => id);
    expect(ids(group?.proven ?? [])).toEqual(['a']);
    expect(ids(group?.possible ?? [])).toEqual(['b']);
  });

  it('lists a thing once, with what is merely possible beside what is certain', () => {
    const [group] = groupReached([reached('a', { access: 'reach' }), reached('a', possible)], (id) => id);
    expect(group?.possible).toEqual([]);
    expect(group?.proven[0]?.entries.map(({ access }) => access)).toEqual(['reach', 'control']);
  });

  it('orders by assumptions, steps, access and name', () => {
    const [group] = groupReached(
      [
        reached('two', { ...possible, assumptions: 2 }),
        reached('later', { ...possible, distance: 2 }),
        reached('z', possible),
        reached('weak', { ...possible, access: 'reach' }),
        reached('a', possible),
      ],
      (id) => id,
    );
    expect(ids(group?.possible ?? [])).toEqual(['a', 'z', 'weak', 'later', 'two']);
  });
});
