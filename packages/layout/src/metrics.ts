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
/** A boundary never gets smaller: its name must be readable. */
export const SMALLEST = { width: 200, height: 120 } as const;
/** What a loop at one side of an element takes up beyond it, with and without a label. */
export const LOOP = { bare: 48, labelled: 72 } as const;
/** Width over height that groups without flows between them are packed to. */
export const ASPECT = 1.6;
