import { describe, expect, it } from 'vitest';
import { createCardBox, type OwnCard } from './card-box.ts';
import { keepCards } from './keep-cards.ts';

const card = (id: string, rest: Partial<OwnCard> = {}): OwnCard => ({
  ...{ id: `card-00000000${id}`, round: 'round-000000', letters: [], on: [], text: id, at: 1, late: false },
  ...rest,
});

/** One browser with tabs that hear each other's changes, as browsers do it. */
function browser() {
  const entries = new Map<string, string>();
  const tabs: ((event: StorageEvent) => void)[] = [];
  let isFull = false;
  const tab = (roomId = 'room') => {
    let hear: ((event: StorageEvent) => void) | null = null;
    const tell = (key: string, newValue: string | null): void => {
      for (const other of tabs) if (other !== hear) other({ key, newValue } as StorageEvent); // all that is read of it
    };
    const storage = {
      get length() {
        return entries.size;
      },
      key: (at: number) => [...entries.keys()][at] ?? null,
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (isFull) throw new Error('full');
        entries.set(key, value);
        tell(key, value);
      },
      removeItem: (key: string) => {
        entries.delete(key);
        tell(key, null);
      },
    };
    const box = createCardBox();
    const events = {
      addEventListener: (_: string, listener: unknown) => {
        hear = listener as (event: StorageEvent) => void; // the only listener there is
        tabs.push(hear);
      },
      removeEventListener: () => {},
    };
    const stop = keepCards({ box, storage, roomId, events: events as never }); // as above
    return { box, stop, texts: () => box.getState().cards.map(({ text }) => text) };
  };
  return {
    tab,
    entries,
    fill: () => {
      isFull = true;
    },
  };
}

describe('my hidden cards', () => {
  it('are there again after a reload, oldest first, and stay with their board', () => {
    const { tab } = browser();
    const { put, remove } = tab().box.getState();
    put(card('b', { at: 2, letters: ['T'], on: ['pod'] }));
    put(card('a'));
    put(card('c', { at: 3 }));
    remove([card('c').id]);
    expect(tab().box.getState().cards).toEqual([card('a'), card('b', { at: 2, letters: ['T'], on: ['pod'] })]);
    expect(tab('another room').texts()).toEqual([]);
  });

  it('are shared between tabs: written, changed and withdrawn in one, seen in the other, none twice', () => {
    const { tab } = browser();
    const [one, two] = [tab(), tab()];
    one.box.getState().put(card('a'));
    two.box.getState().put(card('b', { at: 2 }));
    one.box.getState().put(card('b', { at: 2, text: 'changed' }));
    expect([one.texts(), two.texts()]).toEqual([
      ['a', 'changed'],
      ['a', 'changed'],
    ]);
    two.box.getState().remove([card('a').id]);
    expect(one.texts()).toEqual(['changed']);
  });

  it('are at hand until the page closes where the browser keeps nothing, and it is said', () => {
    const { tab, fill } = browser();
    const { box, texts } = tab();
    fill();
    box.getState().put(card('a'));
    expect(texts()).toEqual(['a']);
    expect(box.getState().isKept).toBe(false);
    const none = createCardBox();
    const events = { addEventListener: () => {}, removeEventListener: () => {} };
    keepCards({ box: none, storage: null, roomId: 'room', events });
    expect(none.getState().isKept).toBe(false);
  });

  it('leaves out what cannot be a card', () => {
    const { tab, entries } = browser();
    const strange = ['{', 'null', '[]', '{"version":2,"id":"card-000000009"}', '{"version":1,"id":"x","text":"t"}'];
    for (const [at, text] of strange.entries()) entries.set(`strideboard.card|room|${String(at)}`, text);
    tab().box.getState().put(card('a'));
    expect(tab().texts()).toEqual(['a']);
  });
});
