/** Threats that others have named, and the rules that cover each or the exclusion that says why none does. For pages and reports. */

import type { CoverageSource } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/coverage';

/** Matrices, attack trees and threat models, each with its named threats; validated when the product was built. */
export const coverage: readonly CoverageSource[] = content;
