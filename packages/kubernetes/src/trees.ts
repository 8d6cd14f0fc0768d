/** The attack trees of the Kubernetes pack. Loaded when somebody asks for them. */

import type { TreePart } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/trees';

/** Trees and the parts they share; validated when the product was built. */
export const trees: TreePart = content;
