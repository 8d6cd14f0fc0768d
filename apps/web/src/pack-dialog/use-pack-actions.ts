/** From chosen files to a pack that is kept and used: read, proved, placed, kept, in this order, and every stop is a sentence. */
import { createRegisterCommands } from '@strideboard/document';
import type { PackProblem } from '@strideboard/packs';
import { packs as packWords, say } from '@strideboard/words';
import { useEffect, useRef, useState } from 'react';
import { useEnvironment } from '../session/environment.ts';
import { useConnection, useRoom } from '../room/use-room.ts';
import { PROVING_LIMIT_SECONDS, ProvingTooLong } from '../packs/prove-in-worker.ts';
import { useReport } from '../ui/use-report.ts';
import { packName, type PackPlacing, placePack } from './place-pack.ts';
import { readChosen } from './read-chosen.ts';

/** What became of the files that were given last. */
export type Taking =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'checking'; readonly file: string }
  | { readonly kind: 'refused'; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'stopped'; readonly reason: string }
  | { readonly kind: 'done'; readonly text: string; readonly changes?: readonly string[] };

/** A pack that the board names. */
type Named = readonly [id: string, version: string];

/** What can be done with packs in the dialog. */
interface PackActions {
  readonly taking: Taking;
  /** Takes files as one pack; `wanted` is the pack they have to be, `null` for whichever. */
  readonly take: (files: readonly File[], wanted: Named | null) => Promise<void>;
  /** Gives up checking; nothing is changed. */
  readonly cancel: () => void;
  /** Takes a pack off the board; this browser keeps it. */
  readonly remove: (pack: Named, name: string) => void;
  /** Takes a pack out of this browser; the board still names it. */
  readonly forget: (pack: Named, name: string) => Promise<void>;
}

/** The actions for the open board. */
export function usePackActions(): PackActions {
  const { packs, document, commandsOptions } = useRoom();
  const report = useReport();
  const facilitates = useConnection((state) => state.role === 'facilitate');
  const [taking, setTaking] = useState<Taking>({ kind: 'nothing' });
  const checking = useRef<AbortController | null>(null);
  useEffect(() => () => checking.current?.abort(), []);
  const { startWorker } = useEnvironment();
  const words = packWords.board;
  const name = (pack: Named | Parameters<typeof packName>[0]): string =>
    'id' in pack ? packName(pack, words) : say(words.nameOnly, { id: pack[0], version: pack[1] });
  const setPacks = (named: readonly Named[]): boolean => {
    const isDone = report(createRegisterCommands(commandsOptions).setSettings({ packs: named }));
    document.flush();
    return isDone;
  };

  const take = async (chosen: readonly File[], wanted: Named | null, signal: AbortSignal): Promise<Taking> => {
    const read = await readChosen(chosen, { startWorker, signal });
    if (!read.ok) return { kind: 'stopped', reason: read.reason };
    const keeper = await packs.keeper();
    const proof = await keeper.prove(read.files, packs.store.getState().additions, signal);
    signal.throwIfAborted();
    if (!proof.ok) return { kind: 'refused', problems: proof.problems };
    const { board } = proof.pack;
    const place = (): PackPlacing =>
      placePack(board, { named: document.model().settings.packs, wanted, facilitates, words });
    const planned = place();
    if (planned.kind === 'refuse') return { kind: 'stopped', reason: planned.reason };
    const wasKept = (await keeper.kept()).some(({ id, version }) => id === board.id && version === board.version);
    const isKept = await keeper.keep(read.files, proof.pack);
    // Somebody else may have added a pack meanwhile: theirs must not be overwritten with what was read before.
    const placing = place();
    const isPlaced = placing.kind === 'load' || (placing.kind === 'add' && setPacks(placing.packs));
    if (!isPlaced) {
      // What the board did not take must not stay behind.
      if (!wasKept) await keeper.forget(board);
      return placing.kind === 'refuse' ? { kind: 'stopped', reason: placing.reason } : { kind: 'nothing' };
    }
    await packs.refresh();
    const said =
      placing.kind === 'load'
        ? say(words.loaded, { pack: name(board) })
        : placing.before === null
          ? say(words.added, { pack: name(board) })
          : say(words.replaced, { pack: name(board), before: placing.before });
    return { kind: 'done', text: isKept ? said : `${said} ${words.pageOnly}`, changes: read.changes };
  };

  return {
    taking,
    take: async (files, wanted) => {
      if (taking.kind === 'checking') return;
      setTaking({ kind: 'checking', file: files[0]?.name ?? '' });
      const control = new AbortController();
      checking.current = control;
      try {
        setTaking(await take(files, wanted, control.signal));
      } catch (error) {
        if (control.signal.aborted) {
          setTaking({ kind: 'stopped', reason: words.cancelled });
          return;
        }
        // The worker could not be loaded, broke over this pack, or did not come to an end with it.
        const isTooLong = error instanceof ProvingTooLong;
        const reason = isTooLong ? say(words.checkTooLong, { limit: PROVING_LIMIT_SECONDS }) : words.cannotCheck;
        setTaking({ kind: 'stopped', reason });
      }
    },
    cancel: () => checking.current?.abort(),
    forget: async ([id, version], shown) => {
      const isGone = await (await packs.keeper()).forget({ id, version });
      await packs.refresh();
      const text = say(isGone ? words.forgotten : words.cannotForget, { pack: shown });
      setTaking(isGone ? { kind: 'done', text } : { kind: 'stopped', reason: text });
    },
    remove: ([id], shown) => {
      const left = document.model().settings.packs.filter((one) => one[0] !== id);
      if (setPacks(left)) setTaking({ kind: 'done', text: say(words.removed, { pack: shown }) });
    },
  };
}
