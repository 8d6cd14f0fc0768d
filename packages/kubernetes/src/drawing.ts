/** What drawing needs of the Kubernetes pack: stencils and boundary kinds, without the questions. The first thing a board loads. */

import type { BoardPart } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/drawing';

/** The board part without properties, notes and mechanisms; see `board` for the whole of it. */
export const drawing: BoardPart = content;
