/** The steps of the built-in pack over what a board is drawn with. */
import {
  type BlastPart,
  type BoardPart,
  createPackIndex,
  type PackBase,
  type PackTranslation,
  translateParts,
} from '@strideboard/packs';
import { type CompiledBlast, compileBlast } from '@strideboard/stride';
import { boardWith, fitPacks } from '../packs/fit-packs.ts';

/** Compiles over the board part with packs on top; one that does not fit is left out. Throws when the steps do not compile. */
export function createBlastCompiler(
  board: BoardPart,
  blast: BlastPart,
): (additions: readonly PackBase[], translation?: PackTranslation | null) => CompiledBlast {
  return (additions, translation = null) => {
    const said = translateParts({ board, blast }, translation);
    const index = createPackIndex(boardWith(said.board, fitPacks(said.board, additions).fitting));
    const result = compileBlast({ index }, said.blast);
    if (!result.ok) throw new Error(`createBlastCompiler: ${JSON.stringify(result.problems)}`);
    return result.blast;
  };
}
