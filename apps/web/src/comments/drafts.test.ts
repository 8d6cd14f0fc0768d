import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';
import { addToMemory, mergeSeen, readMemory } from './seen-memory.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  };
}
const refusing = {
  getItem: () => {
    throw new Error('no');
  },
  setItem: () => {
    throw new Error('full');
  },
  removeItem: () => {
    throw new Error('no');
  },
};

describe('unsent texts', () => {
  it('are kept where they belong until they are sent, board by board', () => {
    const tab = storage();
    createDrafts(tab, 'r1').keep('t1', 'half a sen');
    createDrafts(tab, 'r1').keep('t2', 'other');
    expect([createDrafts(tab, 'r1').read('t1'), createDrafts(tab, 'r2').read('t1')]).toEqual(['half a sen', '']);
    createDrafts(tab, 'r1').keep('t1', '');
    createDrafts(tab, 'r1').keep('t2', '');
    expect(tab.kept.size).toBe(0);
  });

  it('are simply not kept where nothing can be', () => {
    for (const where of [null, refusing]) {
      const drafts = createDrafts(where, 'r');
      drafts.keep('t', 'x');
      expect(drafts.read('t')).toBe('');
    }
    const tab = storage();
    tab.kept.set('strideboard.drafts.r', '{"t":5,"u":"ok"');
    expect(createDrafts(tab, 'r').read('u')).toBe('');
    tab.kept.set('strideboard.drafts.r', '{"t":5,"u":"ok"}');
    expect([createDrafts(tab, 'r').read('t'), createDrafts(tab, 'r').read('u')]).toEqual(['', 'ok']);
    expect(createDrafts(tab, 'r').read('constructor')).toBe('');
  });
});

describe('what was seen', () => {
  it('is remembered, never becomes less, and a board not opened here before is told from one with nothing seen', () => {
    const browser = storage();
    expect(readMemory(browser, 'r')).toBeNull();
    addToMemory(browser, 'r', { seen: { a: 3 }, names: ['Ana'] });
    addToMemory(browser, 'r', { seen: { a: 1, b: 2 }, names: ['Anna'] });
    expect(readMemory(browser, 'r')).toEqual({ seen: { a: 3, b: 2 }, names: ['Anna', 'Ana'] });
    expect(mergeSeen({ a: 1 }, { a: 2 })).toEqual({ a: 2 });
  });

  it('begins anew where the memory is damaged or refuses', () => {
    const browser = storage();
    browser.kept.set('strideboard.comments.r', '{"version":1,"seen":{"a":"x","b":2},"names":[1,"Bo"]}');
    expect(readMemory(browser, 'r')).toEqual({ seen: { b: 2 }, names: ['Bo'] });
    expect([readMemory(refusing, 'r'), addToMemory(refusing, 'r', { seen: { a: 1 } }).seen]).toEqual([null, { a: 1 }]);
  });
});
