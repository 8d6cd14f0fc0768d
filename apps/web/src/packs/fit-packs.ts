/** Which packs can be used together, and what the board draws and asks with them. */
import { type BoardPart, type JudgementPart, mergePacks, type PackBase, type PackProblem } from '@strideboard/packs';

/** A pack that is here and cannot be used on this board. */
export interface UnfitPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly problems: readonly PackProblem[];
}

/** Packs in the order of the board: those that fit on top of each other, and those that do not. */
export interface FittedPacks {
  readonly fitting: readonly PackBase[];
  readonly unfit: readonly UnfitPack[];
}

/** Takes one pack after the other; one that does not fit is left out whole and the rest goes on without it. */
export function fitPacks(board: BoardPart, packs: readonly PackBase[]): FittedPacks {
  const fitting: PackBase[] = [];
  const unfit: UnfitPack[] = [];
  for (const pack of packs) {
    const merged = mergePacks(withoutRules(board), [...fitting, pack]);
    const { id, version, title } = pack.board;
    if (merged.ok) fitting.push(pack);
    else unfit.push({ id, version, title, problems: merged.problems });
  }
  return { fitting, unfit };
}

/** The board part with those of packs that fit. Throws for packs that do not: `fitPacks` is asked first. */
export function boardWith(board: BoardPart, packs: readonly PackBase[]): BoardPart {
  if (packs.length === 0) return board;
  const merged = mergePacks(withoutRules(board), packs);
  if (!merged.ok) throw new Error(`boardWith: ${packs.map((pack) => pack.board.id).join(', ')} do not fit together`);
  return merged.board;
}

const NOTHING_JUDGED: Omit<JudgementPart, 'id' | 'version' | 'title'> = {
  families: [],
  rules: [],
  controls: [],
  references: [],
  exclusions: [],
  method: { stride: [], strideByElement: [], severities: [], attackerActions: [], threatClasses: [] },
};

/** The built-in rules are not on the page. Packs were proved against them one by one, and rules of two packs never share an id. */
function withoutRules(board: BoardPart): PackBase {
  const { id, version, title } = board;
  return { board, judgement: { id, version, title, ...NOTHING_JUDGED } };
}
