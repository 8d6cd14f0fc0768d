/** What drawing needs of the Kubernetes pack: stencils and boundary kinds, without the questions. The first thing a board loads. */

import type { BoardPart } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/drawing';

/** Ids, kinds, names and icons alone; see `board` for the whole of it. */
export const drawing: BoardPart = content;
