/** Duplicating, and what is selected and said when something was pasted or duplicated. */
import type { CommandResult, EditingCommands } from '@strideboard/document';
import type { SubjectId } from '@strideboard/model';
import { say } from '@strideboard/words';
import type { Bench } from './bench.ts';

/** How far a duplicate stands beside its original, px. */
const BESIDE = 20;

/** Copies of these beside them, selected; decisions come along only when asked for. */
export function duplicate(
  bench: Bench,
  { duplicate: make }: Pick<EditingCommands, 'duplicate'>,
  given: { readonly ids: readonly SubjectId[]; readonly withDecisions: boolean },
): void {
  if (given.ids.length > 0) selectPasted(bench, make({ ...given, dx: BESIDE, dy: BESIDE }));
}

/** Selects the outermost of what came and says how much it was; gives whether anything did. */
export function selectPasted({ room, session, report, words }: Bench, result: CommandResult): boolean {
  if (!report(result) || !result.ok) return false;
  room.document.flush();
  const index = room.index();
  const shown = result.ids.filter((id) => index.elements.has(id as never)); // only looked up
  const tops = shown.filter((id) => {
    const parent = index.elements.get(id as never)?.parent ?? null; // only looked up
    return parent === null || !shown.includes(parent);
  });
  session.getState().select(tops);
  session.getState().tell({ text: say(words.canvas.pasted, { count: shown.length }) });
  return true;
}
