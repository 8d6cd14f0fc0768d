/** The Kubernetes pack that comes with the product, on which packs of others stand. */

import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import type { PackBase } from '@strideboard/packs';

/** Board and judgement as the board has them. */
export const builtInPack: PackBase = { board, judgement };
