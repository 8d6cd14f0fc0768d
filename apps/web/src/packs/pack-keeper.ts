/** Reads, proves and keeps packs for the page. Fetched only when a board names a pack or a person opens the dialog of packs. */
import { board } from '@strideboard/kubernetes/board';
import { drawing } from '@strideboard/kubernetes/drawing';
import { createPackIndex, localisePack, type MissingPack, type PackBase, type PackFile } from '@strideboard/packs';
import { boardWith, fitPacks, type UnfitPack } from './fit-packs.ts';
import { openPackStore, packKey, type PackName } from './pack-store.ts';
import workerUrl from './pack-worker.ts?worker&url';
import type { NamedPacks, PacksInUse } from './packs-in-use.ts';
import type { ProveReply } from './protocol.ts';
import { proveInWorker } from './prove-in-worker.ts';
import type { SpokenPack } from './spoken-pack.ts';

/** The packs that this browser has. */
export interface PackKeeper {
  /** What of the named packs is here and fits, in the language that the built-in pack is spoken in; `null` = their own. */
  open(named: NamedPacks, spoken: SpokenPack | null): Promise<Omit<PacksInUse, 'spoken' | 'awaitsTexts'>>;
  /** Proves files as one pack that fits beside the others; nothing is kept. Rejects when the code for it cannot be fetched, or when it was aborted. */
  prove(files: readonly PackFile[], beside: readonly PackBase[], signal?: AbortSignal): Promise<ProveReply>;
  /** Keeps a proven pack. Gives whether it outlasts this page. */
  keep(files: readonly PackFile[], pack: PackBase): Promise<boolean>;
  /** Lets go of a kept pack, in all pages of this browser. Gives whether it is gone. Boards that name it are judged without it here. */
  forget(name: PackName): Promise<boolean>;
  /** Every pack that this browser has, by id, then version. */
  kept(): Promise<readonly PackName[]>;
  dispose(): void;
}

interface KeeperOptions {
  readonly startWorker: (url: string) => Worker;
  /** Another page of this browser has kept or forgotten a pack. */
  readonly onKept: () => void;
}

const CHANNEL = 'strideboard-packs';

/** Opens the shelf of this browser. */
export function createPackKeeper({ startWorker, onKept }: KeeperOptions): PackKeeper {
  const shelf = openPackStore();
  /** What was proved since the page was opened, by id and version. */
  let proven = new Map<string, ProveReply>();
  const pages = new BroadcastChannel(CHANNEL);
  pages.onmessage = () => {
    proven = new Map();
    onKept();
  };
  const proveFiles = (files: readonly PackFile[], signal?: AbortSignal): Promise<ProveReply> =>
    proveInWorker(() => startWorker(workerUrl), files, signal);

  /** Packs as they were said last: one that is said in the same language again stays the same object, so that nothing is judged anew. */
  const said = new WeakMap<PackBase, { readonly language: string; readonly pack: PackBase }>();
  const inLanguage = (pack: PackBase, language: string | null): PackBase => {
    if (language === null) return pack;
    const before = said.get(pack);
    if (before?.language === language) return before.pack;
    const now = { language, pack: localisePack(pack, language) };
    said.set(pack, now);
    return now.pack;
  };

  /** The pack of this name; `null` when it is not here. */
  const openOne = async (id: string, version: string): Promise<PackBase | UnfitPack | null> => {
    const kept = await shelf.find(id, version);
    if (kept === null) return null;
    const key = packKey(kept);
    const refused = (problems: UnfitPack['problems']): UnfitPack => ({ id, version, title: kept.title, problems });
    try {
      const reply = proven.get(key) ?? (await proveFiles(kept.files));
      proven.set(key, reply);
      // What was kept by an older product may not be a pack for this one.
      return reply.ok ? reply.pack : refused(reply.problems);
    } catch {
      return refused([]); // the worker is out of reach: the board goes on, and says that it is without this pack
    }
  };

  return {
    async open(named, spoken) {
      const heads = await shelf.heads();
      const opened = await Promise.all(named.map(([id, version]) => openOne(id, version)));
      const { fitting, unfit } = fitPacks(board, opened.filter(isPack));
      const additions = fitting.map((pack) => inLanguage(pack, spoken?.language ?? null));
      const used = new Set(fitting.map((pack) => pack.board.id));
      return {
        additions,
        written: fitting,
        index:
          fitting.length === 0
            ? (spoken?.index ?? null)
            : createPackIndex(boardWith(spoken?.drawing ?? drawing, additions)),
        missing: named.flatMap(([id, version], at): MissingPack | readonly MissingPack[] =>
          opened[at] === null ? { id, version, found: heads.find((head) => head.id === id)?.version ?? null } : [],
        ),
        unfit: [...opened.filter(isUnfit), ...unfit],
        absent: named.flatMap(([id]) => (used.has(id) ? [] : [id])),
      };
    },
    async prove(files, beside, signal) {
      const reply = await proveFiles(files, signal);
      if (!reply.ok) return reply;
      // One of the same id is replaced by it.
      const others = beside.filter((pack) => pack.board.id !== reply.pack.board.id);
      const [unfit] = fitPacks(board, [...others, reply.pack]).unfit;
      return unfit === undefined ? reply : { ok: false, problems: unfit.problems };
    },
    async keep(files, pack) {
      const { id, version, title } = pack.board;
      const isKept = await shelf.keep({ id, version, title, files });
      proven.set(packKey({ id, version }), { ok: true, pack });
      if (isKept) pages.postMessage(null);
      return isKept;
    },
    async forget(name) {
      proven.delete(packKey(name));
      const isGone = await shelf.forget(name);
      pages.postMessage(null);
      return isGone;
    },
    async kept() {
      const heads = await shelf.heads();
      return [...heads].sort((a, b) => (packKey(a) < packKey(b) ? -1 : 1));
    },
    dispose: () => {
      pages.close();
      void shelf.close();
    },
  };
}

const isPack = (one: PackBase | UnfitPack | null): one is PackBase => one !== null && 'judgement' in one;
const isUnfit = (one: PackBase | UnfitPack | null): one is UnfitPack => one !== null && 'problems' in one;
