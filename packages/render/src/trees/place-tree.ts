/** Where the steps of an attack tree stand: each beside the first step below it, the others below that; joined at the first line. */

import { wrapText } from '../text/wrap-text.ts';
import type { TreeSign } from './signs.ts';

/** One step to draw, all words given. */
export interface DrawnStep {
  readonly label: string;
  /** The line below the label. */
  readonly note: string;
  /** Stands before the note. */
  readonly sign: TreeSign | 'and' | 'or' | null;
  /** Not a step of an attacker: a note, or out of scope. */
  readonly isAside: boolean;
  readonly isCovered: boolean;
  /** Controls on the way from the step above. */
  readonly controls: readonly { readonly text: string; readonly isInPlace: boolean }[];
  readonly isCut: boolean;
  readonly steps: readonly DrawnStep[];
}

/** A step with its place, px. */
export interface PlacedStep {
  readonly step: DrawnStep;
  /** Where the way from above comes in. */
  readonly x: number;
  readonly y: number;
  /** Left edge of the box; controls stand before it. */
  readonly boxX: number;
  readonly boxHeight: number;
  readonly label: readonly string[];
  readonly note: readonly string[];
  readonly steps: readonly PlacedStep[];
}

/** Sizes of a drawn tree, px. */
export const TREE_SIZES = {
  box: 228,
  chip: 164,
  chipHeight: 20,
  gap: 24,
  /** Between steps below each other. */
  between: 8,
  padX: 10,
  padY: 6,
  labelLine: 18,
  noteLine: 16,
  sign: 18,
  /** From the top of a box to where lines meet it. */
  join: 18,
} as const;

const LABEL = { size: 13, weight: 600, maxLines: 4 } as const;
const NOTE = { size: 11, weight: 400, maxLines: 3 } as const;

/** The placed tree and the room it takes. Recursive: whoever builds the steps bounds their depth. */
export function placeTree(root: DrawnStep): {
  readonly top: PlacedStep;
  readonly width: number;
  readonly height: number;
} {
  let width = 0;
  const place = (step: DrawnStep, x: number, y: number): { readonly placed: PlacedStep; readonly height: number } => {
    const { box, chip, chipHeight, gap, between, padX, padY, labelLine, noteLine, sign } = TREE_SIZES;
    const inner = box - 2 * padX;
    const label = wrapText(step.label, { ...LABEL, width: inner });
    const note = wrapText(step.note, { ...NOTE, width: inner - (step.sign === null ? 0 : sign) });
    const boxX = x + (step.controls.length === 0 ? 0 : chip + gap / 2);
    const boxHeight = 2 * padY + label.length * labelLine + note.length * noteLine;
    const chips = step.controls.length * (chipHeight + 3);
    width = Math.max(width, boxX + box);
    let below = y;
    const steps = step.steps.map((child) => {
      const { placed, height } = place(child, boxX + box + 2 * gap, below);
      below += height + between;
      return placed;
    });
    const height = Math.max(boxHeight, chips + 6, below - y - (steps.length > 0 ? between : 0));
    return { placed: { step, x, y, boxX, boxHeight, label, note, steps }, height };
  };
  const { placed, height } = place(root, 0, 0);
  return { top: placed, width, height };
}
