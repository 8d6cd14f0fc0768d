import { EMPTY_MODEL, type Model } from '@strideboard/model';
import { describe, expect, it, vi } from 'vitest';
import { createBoardPacks } from './board-packs.ts';
import type { PackKeeper } from './pack-keeper.ts';
import type { NamedPacks, PacksInUse } from './packs-in-use.ts';
import { speakPack } from './spoken-pack.ts';
import { provenAcme } from './testing/acme-pack.ts';

type Change = { readonly model: Model; readonly previous: Model };

/** A board whose packs can be named; the keeper has those in `here`. */
function openBoard(first: NamedPacks, here: readonly string[], begun = 'en') {
  const withPacks = (packs: NamedPacks): Model => ({ ...EMPTY_MODEL, settings: { ...EMPTY_MODEL.settings, packs } });
  let model = withPacks(first);
  const listeners = new Set<(change: Change) => void>();
  const waiting: (() => void)[] = [];
  const acme = provenAcme('2');
  let language = begun;
  const speakers = new Set<() => void>();
  const speak = vi.fn(speakPack);
  const open = (named: NamedPacks): Promise<Omit<PacksInUse, 'spoken' | 'awaitsTexts'>> =>
    new Promise((resolve) => {
      const isHere = named.some(([id]) => here.includes(id));
      const missing = isHere ? [] : named.map(([id, version]) => ({ id, version, found: null }));
      waiting.push(() =>
        resolve({
          additions: isHere ? [acme] : [],
          written: [],
          index: null,
          missing,
          unfit: [],
          absent: missing.map(({ id }) => id),
        }),
      );
    });
  const dispose = vi.fn();
  const keeper = { open, dispose } as unknown as PackKeeper; // what a board asks of it
  const load = vi.fn(() => Promise.resolve(keeper));
  const packs = createBoardPacks({
    document: {
      model: () => model,
      subscribe: (listener) => {
        listeners.add(listener as (change: Change) => void); // the board looks at the models alone
        return () => listeners.delete(listener as (change: Change) => void); // as above
      },
    },
    builtIn: 'kubernetes',
    load,
    language: {
      now: () => language,
      subscribe: (listener) => {
        speakers.add(listener);
        return () => speakers.delete(listener);
      },
    },
    speak,
  });
  const name = (next: NamedPacks): void => {
    const previous = model;
    model = withPacks(next);
    for (const listener of listeners) listener({ model, previous });
  };
  const asked = async (count: number): Promise<void> => vi.waitFor(() => expect(waiting).toHaveLength(count));
  const choose = (next: string): void => {
    language = next;
    for (const listener of speakers) listener();
  };
  return { packs, name, load, waiting, asked, dispose, choose, speak };
}

describe('the packs of an open board', () => {
  it('fetch nothing while the board names the built-in pack alone', async () => {
    const { packs, load, speak } = openBoard([['kubernetes', '1']], []);
    await packs.refresh();
    expect(load).not.toHaveBeenCalled();
    expect(speak).not.toHaveBeenCalled();
    expect(packs.store.getState()).toMatchObject({ additions: [], missing: [], absent: [] });
  });

  it('are absent until they have been read', async () => {
    const { packs, waiting, asked } = openBoard([['acme', '2']], ['acme']);
    expect(packs.store.getState()).toMatchObject({ absent: ['acme'], missing: [] });
    await asked(1);
    waiting[0]?.();
    await vi.waitFor(() => expect(packs.store.getState().additions).toHaveLength(1));
    expect(packs.store.getState().absent).toEqual([]);
  });

  it('follow when somebody names another pack, and when the last one is removed', async () => {
    const { packs, name, waiting, asked } = openBoard([], []);
    name([['other', '1']]);
    await asked(1);
    waiting[0]?.();
    await vi.waitFor(() => expect(packs.store.getState().missing).toMatchObject([{ id: 'other' }]));
    name([]);
    expect(packs.store.getState()).toMatchObject({ missing: [], absent: [] });
  });

  it('let a late answer about what was named before pass', async () => {
    const { packs, name, waiting, asked } = openBoard([['other', '1']], ['acme']);
    await asked(1);
    name([['acme', '2']]);
    await asked(2);
    waiting[1]?.();
    await vi.waitFor(() => expect(packs.store.getState().additions).toHaveLength(1));
    waiting[0]?.();
    await Promise.resolve();
    expect(packs.store.getState()).toMatchObject({ missing: [], absent: [] });
  });

  it('speak the language of the page, and their own again', async () => {
    const { packs, choose, speak } = openBoard([], []);
    const label = (): string | null | undefined => packs.store.getState().index?.typeLabel('tb.custom');
    choose('de');
    await vi.waitFor(() => expect(label()).toBe('Vertrauensgrenze'));
    expect(packs.store.getState().spoken?.board.stencils.find(({ id }) => id === 'st.database')).toMatchObject({
      label: 'Datenbank',
      aliases: ['Database'],
    });
    await packs.refresh();
    expect(speak).toHaveBeenCalledTimes(1);
    choose('en');
    await vi.waitFor(() => expect(packs.store.getState()).toMatchObject({ spoken: null, index: null }));
  });

  it('say that the texts of the first language are still to come, whatever the board names', async () => {
    for (const named of [[], [['acme', '2']]] satisfies NamedPacks[]) {
      const { packs } = openBoard(named, ['acme'], 'de');
      expect(packs.store.getState()).toMatchObject({ awaitsTexts: true, spoken: null });
      await vi.waitFor(() =>
        expect(packs.store.getState()).toMatchObject({ awaitsTexts: false, spoken: { language: 'de' } }),
      );
      expect(packs.store.getState().index?.typeLabel('tb.custom')).toBe('Vertrauensgrenze');
    }
    expect(openBoard([], []).packs.store.getState().awaitsTexts).toBe(false);
  });

  it('are not waited for longer than it takes to know that they cannot be fetched', async () => {
    const { packs, speak, choose } = openBoard([], [], 'fr');
    await vi.waitFor(() => expect(packs.store.getState()).toMatchObject({ awaitsTexts: false, spoken: null }));
    speak.mockRejectedValueOnce(new Error('no network'));
    packs.store.setState({ awaitsTexts: true });
    choose('de');
    await vi.waitFor(() => expect(packs.store.getState()).toMatchObject({ awaitsTexts: false, spoken: null }));
    packs.dispose();
  });

  it('stay in the language chosen last, however late the one before comes', async () => {
    const { packs, choose, speak } = openBoard([], []);
    let come = (): void => {};
    speak.mockImplementationOnce(async (language) => {
      await new Promise<void>((resolve) => {
        come = resolve;
      });
      return speakPack(language);
    });
    choose('de');
    choose('en');
    come();
    await speakPack('de');
    await packs.refresh();
    expect(packs.store.getState().spoken).toBeNull();
  });

  it('let go of the keeper with the board', async () => {
    const { packs, waiting, asked, dispose } = openBoard([['acme', '2']], ['acme']);
    await asked(1);
    packs.dispose();
    waiting[0]?.();
    await vi.waitFor(() => expect(dispose).toHaveBeenCalled());
    expect(packs.store.getState().additions).toEqual([]);
  });
});
