/**
 * The packs of an open board beside the built-in one. What the board names is in the document, what this browser has is on its shelf; this
 * puts both together and follows either, in the language of the page. Part of the first load, so all that reads packs is fetched when a board names
 * one, and what translates them for another language than their own.
 */
import type { BoardDocument } from '@strideboard/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { persistently } from '../session/lazy-part.ts';
import type { PackKeeper } from './pack-keeper.ts';
import type { NamedPacks, PacksInUse } from './packs-in-use.ts';
import type { SpokenPack } from './spoken-pack.ts';

/** The packs of one board. */
export interface BoardPacks {
  readonly store: StoreApi<PacksInUse>;
  /** What reads and keeps packs; fetched when first asked for. */
  keeper(): Promise<PackKeeper>;
  /** Looks again at what this browser has. Fulfilled when the board follows. */
  refresh(): Promise<void>;
  dispose(): void;
}

interface BoardPacksOptions {
  readonly document: Pick<BoardDocument, 'model' | 'subscribe'>;
  /** Id of the pack that needs no shelf. */
  readonly builtIn: string;
  /** Makes the keeper; it calls the listener when another page of this browser keeps a pack. */
  readonly load: (onKept: () => void) => Promise<PackKeeper>;
  readonly language: {
    /** As in BCP 47. */
    readonly now: () => string;
    /** Calls whenever it is another one, until the end that is returned. */
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** The built-in pack in a language; `null` where it has no texts in it. */
  readonly speak: (language: string) => Promise<SpokenPack | null>;
}

/** The language that packs are written in. */
const OWN_LANGUAGE = 'en';

const NONE: PacksInUse = {
  ...{ spoken: null, awaitsTexts: false, index: null },
  ...{ additions: [], written: [], missing: [], unfit: [], absent: [] },
};

/** Follows a document until `dispose`. */
export function createBoardPacks({ document, builtIn, load, language, speak }: BoardPacksOptions): BoardPacks {
  const store = createStore<PacksInUse>()(() =>
    language.now() === OWN_LANGUAGE ? NONE : { ...NONE, awaitsTexts: true },
  );
  let loading: Promise<PackKeeper> | null = null;
  let run = 0;
  const keeper = (): Promise<PackKeeper> => {
    loading ??= persistently(() => load(() => void refresh()));
    return loading;
  };
  const named = (): NamedPacks => document.model().settings.packs.filter(([id]) => id !== builtIn);
  const speaking = async (): Promise<SpokenPack | null> => {
    const wanted = language.now();
    const { spoken } = store.getState();
    if (wanted === OWN_LANGUAGE) return null;
    if (spoken?.language === wanted) return spoken;
    return persistently(async () => {
      try {
        return await speak(wanted);
      } catch (error) {
        store.setState({ awaitsTexts: false });
        throw error;
      }
    });
  };
  const refresh = async (): Promise<void> => {
    run += 1;
    const now = run;
    const wanted = named();
    if (wanted.length === 0) {
      const spoken = language.now() === OWN_LANGUAGE ? null : await speaking();
      if (now !== run) return;
      if (spoken !== null) store.setState({ ...NONE, spoken, index: spoken.index }, true);
      else if (store.getState() !== NONE) store.setState(NONE, true);
      return;
    }
    const used = new Set(store.getState().additions.map(({ board }) => board.id));
    store.setState({ absent: wanted.flatMap(([id]) => (used.has(id) ? [] : [id])) });
    const reading = keeper();
    const spoken = await speaking();
    if (now === run && store.getState().awaitsTexts) {
      store.setState({ spoken, awaitsTexts: false, index: spoken?.index ?? null });
    }
    const reader = await reading;
    const found = await reader.open(wanted, spoken);
    if (now === run) store.setState({ ...found, spoken });
  };
  let before = JSON.stringify(named());
  const unsubscribe = document.subscribe(({ model, previous }) => {
    if (model.settings === previous.settings) return;
    const after = JSON.stringify(named());
    if (after === before) return;
    before = after;
    void refresh();
  });
  const stopFollowingLanguage = language.subscribe(() => void refresh());
  void refresh();
  return {
    store,
    keeper,
    refresh,
    dispose: () => {
      run += 1;
      unsubscribe();
      stopFollowingLanguage();
      void loading?.then((one) => one.dispose());
    },
  };
}
