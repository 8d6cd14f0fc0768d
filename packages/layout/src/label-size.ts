/** How large the label of a flow is. */

import type { Flow } from '@strideboard/model';

/** Width and height, px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room that the label of a flow needs, px; `null` for a flow without one. */
export type LabelSize = (flow: Flow) => Size | null;
