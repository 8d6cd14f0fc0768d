/** The board part of the Kubernetes pack: stencils, boundary kinds, questions. Loaded with the first screen. */

import type { BoardPart } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/board';

/** What can be drawn and asked about Kubernetes; validated when the product was built. */
export const board: BoardPart = content;
