/** The blast part of the Kubernetes pack: how an attacker who has one thing gets the next. Loaded when a blast radius is asked for. */

import type { BlastPart } from '@strideboard/packs';
import content from 'virtual:strideboard-pack/kubernetes/blast';

/** Steps of an attacker in Kubernetes and what stops them; validated when the product was built. */
export const blast: BlastPart = content;
