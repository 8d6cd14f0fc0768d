/** Distances of a calm diagram, canvas px. */

/** Least room between elements side by side, and between a boundary and what stands beside it. */
export const GAP = 32;
/** Room between an element and the label of a flow that leaves or enters it in the direction of reading. */
export const STEP = 26;
/** What a flow without a label takes up in that direction, so that it can be seen. */
export const BARE_FLOW = 16;
/** Room between an element and a flow that passes it. */
export const FLOW_GAP = 20;
/** Room between groups that no flow joins. */
export const GROUP_GAP = 56;
/** Room inside a boundary: its name stands on the upper line and hangs below it. */
export const INSIDE = { top: 44, side: 28, bottom: 28 } as const;
/** A boundary never gets smaller than this, px. */
const SMALLEST = { width: 200, height: 120 } as const;
/** About what the kind, both ends of the line and each letter of the name take up on the upper line of a boundary; longer names are cut. */
const NAME = { base: 140, letter: 6.5, longest: 420 } as const;

/** The smallest size at which the name of a boundary can be read. */
export function smallestSize(label: string): { readonly width: number; readonly height: number } {
  const name = Math.min(NAME.longest, Math.round(NAME.base + NAME.letter * label.length));
  return { width: Math.max(SMALLEST.width, name), height: SMALLEST.height };
}

/** What a loop at one side of an element takes up beyond it, with and without a label. */
export const LOOP = { bare: 48, labelled: 72 } as const;
/** Width over height that groups without flows between them are packed to. */
export const ASPECT = 1.35;
