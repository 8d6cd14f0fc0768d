/**
 * The packs of an open board beside the built-in one. What the board names is in the document, what this browser has is on its shelf; this
 * puts both together and follows either. Part of the first load, so all that reads packs is fetched when a board names one.
 */
import type { BoardDocument } from '@strideboard/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { persistently } from '../session/lazy-part.ts';
import type { PackKeeper } from './pack-keeper.ts';
import type { NamedPacks, PacksInUse } from './packs-in-use.ts';

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
}

const NONE: PacksInUse = { additions: [], index: null, missing: [], unfit: [], absent: [] };

/** Follows a document until `dispose`. */
export function createBoardPacks({ document, builtIn, load }: BoardPacksOptions): BoardPacks {
  const store = createStore<PacksInUse>()(() => NONE);
  let loading: Promise<PackKeeper> | null = null;
  let run = 0;
  const keeper = (): Promise<PackKeeper> => {
    loading ??= persistently(() => load(() => void refresh()));
    return loading;
  };
  const named = (): NamedPacks => document.model().settings.packs.filter(([id]) => id !== builtIn);
  const refresh = async (): Promise<void> => {
    run += 1;
    const now = run;
    const wanted = named();
    if (wanted.length === 0) {
      if (store.getState() !== NONE) store.setState(NONE, true);
      return;
    }
    const used = new Set(store.getState().additions.map(({ board }) => board.id));
    store.setState({ absent: wanted.flatMap(([id]) => (used.has(id) ? [] : [id])) });
    const found = await (await keeper()).open(wanted);
    if (now === run) store.setState(found);
  };
  let before = JSON.stringify(named());
  const unsubscribe = document.subscribe(({ model, previous }) => {
    if (model.settings === previous.settings) return;
    const after = JSON.stringify(named());
    if (after === before) return;
    before = after;
    void refresh();
  });
  void refresh();
  return {
    store,
    keeper,
    refresh,
    dispose: () => {
      run += 1;
      unsubscribe();
      void loading?.then((one) => one.dispose());
    },
  };
}
