import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPersonMemory } from './person-memory.ts';

const KEY = 'strideboard.person';
const link = { linkId: 'AAAAAAAAAAA', secret: 'x'.repeat(43) };

function createStorage(text: string | null = null) {
  const values = new Map(text === null ? [] : [[KEY, text]]);
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      values.set(key, value);
    },
  };
}

describe('the memory of a person', () => {
  it('gives back in the next page what this one remembered, latest board first', () => {
    const storage = createStorage();
    const memory = createPersonMemory(storage);
    memory.remember('room-1', { link, role: 'edit', epoch: 3, principalProof: 'p', lastOpened: 10 });
    memory.remember('room-2', { link, lastOpened: 20 });
    memory.remember('room-1', { title: 'Pod launch' });
    memory.setPreferences({ name: 'Ada' });
    memory.setPreferences({ colour: '#2b5fc7' });
    memory.setPreferences({ singleKeys: false });
    const next = createPersonMemory(storage);
    expect(next.boards().map(({ roomId }) => roomId)).toEqual(['room-2', 'room-1']);
    expect(next.board('room-1')).toEqual({
      roomId: 'room-1',
      link,
      title: 'Pod launch',
      role: 'edit',
      epoch: 3,
      principalProof: 'p',
      keptLink: false,
      lastOpened: 10,
    });
    expect(next.preferences()).toEqual({
      name: 'Ada',
      colour: '#2b5fc7',
      singleKeys: false,
      hearsOthers: true,
      goesAtOnce: false,
      hidesCursors: false,
      hintsSeen: false,
    });
    expect(next.durable()).toBe(true);
  });

  it('forgets a board with its link', () => {
    const storage = createStorage();
    const memory = createPersonMemory(storage);
    memory.remember('room-1', { link, lastOpened: 1 });
    memory.forget('room-1');
    expect(memory.board('room-1')).toBeNull();
    expect(storage.values.get(KEY)).not.toContain(link.secret);
  });

  it('does not undo what another tab wrote meanwhile', () => {
    const storage = createStorage();
    const [one, two] = [createPersonMemory(storage), createPersonMemory(storage)];
    one.remember('room-1', { link, lastOpened: 1 });
    two.remember('room-2', { link, lastOpened: 2 });
    one.setPreferences({ name: 'Ada' });
    expect(two.boards()).toHaveLength(2);
    expect(two.preferences().name).toBe('Ada');
  });

  it('works without storage, with one that refuses, and with one that is full, and says that it will not last', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    const full = { ...createStorage(), setItem: refuse };
    for (const storage of [null, { getItem: refuse, setItem: refuse }, full]) {
      const memory = createPersonMemory(storage);
      memory.remember('room-1', { link, lastOpened: 1 });
      expect(memory.board('room-1')?.link).toEqual(link);
      expect(memory.durable()).toBe(false);
    }
  });

  it('leaves the text of a newer version alone', () => {
    const newer = JSON.stringify({ version: 2, everything: 'else' });
    const storage = createStorage(newer);
    const memory = createPersonMemory(storage);
    memory.remember('room-1', { link, lastOpened: 1 });
    expect(memory.board('room-1')).not.toBeNull();
    expect(memory.durable()).toBe(false);
    expect(storage.values.get(KEY)).toBe(newer);
  });

  it('reads any text without throwing and keeps what makes sense', () => {
    const good = { roomId: 'r', link, title: 3, role: 'king', epoch: 'x', lastOpened: null };
    const memory = createPersonMemory(createStorage(JSON.stringify({ version: 1, boards: [null, 1, {}, good] })));
    expect(memory.boards()).toEqual([
      { roomId: 'r', link, title: null, role: null, epoch: null, principalProof: null, keptLink: false, lastOpened: 0 },
    ]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = createPersonMemory(createStorage(text));
        read.boards();
        read.preferences();
        read.remember('room-1', { link, lastOpened: 1 });
        expect(read.board('room-1')?.link).toEqual(link);
      }),
    );
  });
});
