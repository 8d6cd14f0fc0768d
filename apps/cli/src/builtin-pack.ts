/** The Kubernetes pack that comes with the product, on which packs of others stand. */

import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { trees } from '@strideboard/kubernetes/trees';
import type { PackBase } from '@strideboard/packs';

/** Board, judgement and attack trees as the board has them. */
export const builtInPack: PackBase = { board, judgement, trees };
