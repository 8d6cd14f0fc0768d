/** Keeping the pack that came along with a file that was opened. Fetched when there is one. */
import { reading, say } from '@strideboard/words';
import { packText } from '../files/pack-text.ts';
import type { BroughtPack } from '../files/opened-file.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { BoardPacks } from './board-packs.ts';

/** Keeps it, draws and judges with it, and says so. */
export async function keepBrought(
  packs: BoardPacks,
  { files, pack }: BroughtPack,
  session: SessionStore,
): Promise<void> {
  const keeper = await packs.keeper();
  const isKept = await keeper.keep(files, pack);
  await packs.refresh();
  const text = isKept ? reading.keptPack : reading.pageOnlyPack;
  session.getState().tell({ text: say(text, { pack: packText(pack.board) }) });
}
