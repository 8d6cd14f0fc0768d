/** The judgement part of the Kubernetes pack: rules, controls, references, method. Loaded where the analysis runs. */

import type { JudgementPart } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/judgement';

/** What can go wrong in Kubernetes and what helps; validated when the product was built. */
export const judgement: JudgementPart = content;
