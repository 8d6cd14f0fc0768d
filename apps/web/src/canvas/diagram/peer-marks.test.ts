import { describe, expect, it } from 'vitest';
import type { Peer } from '../../room/peers.ts';
import { createPeerMarks } from './peer-marks.ts';

const peer = (name: string, given: Partial<Peer['presence']>): Peer =>
  ({
    client: 1,
    principal: name,
    name,
    colour: '#0f766e',
    presence: { typing: null, drag: null, selection: [], cursor: null, ...given },
  }) as unknown as Peer; // only these parts are read

describe('createPeerMarks', () => {
  it('marks what others have selected, drag or name', () => {
    const marks = createPeerMarks({
      list: () => [peer('Bo', { selection: ['a'], typing: 'b', drag: { ids: ['c'], dx: 1, dy: 1 } })],
    }).read();
    expect([...marks.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(marks.get('a')).toEqual({ name: 'Bo', colour: '#0f766e' });
  });

  it('stays the same while only cursors move', () => {
    let list = [peer('Bo', { selection: ['a'], cursor: { x: 1, y: 1 } })];
    const marks = createPeerMarks({ list: () => list });
    const before = marks.read();
    list = [peer('Bo', { selection: ['a'], cursor: { x: 2, y: 2 } })];
    expect(marks.read()).toBe(before);
    list = [peer('Bo', { selection: [] })];
    expect(marks.read().size).toBe(0);
  });

  it('keeps the mark of an element that stays selected, so that it is not drawn again', () => {
    let list = [peer('Bo', { selection: ['a'] })];
    const marks = createPeerMarks({ list: () => list });
    const before = marks.read().get('a');
    list = [peer('Bo', { selection: ['a', 'b'] })];
    expect(marks.read().get('a')).toBe(before);
  });
});
