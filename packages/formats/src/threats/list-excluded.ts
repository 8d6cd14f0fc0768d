/** What people left out of the judgement. */

import type { Element, Flow, Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { labelOf } from '@strideboard/stride';

/** One thing that is not judged. */
export interface Excluded {
  readonly name: string;
  /** '' where nobody gave one. */
  readonly reason: string;
}

/** Elements and flows out of scope, then the exclusions that people agreed on for the whole model. */
export function listExcluded({
  model,
  pack,
}: {
  readonly model: Pick<Model, 'elements' | 'flows' | 'records'>;
  readonly pack: PackIndex;
}): readonly Excluded[] {
  const subjects: readonly (Element | Flow)[] = [...model.elements, ...model.flows];
  return [
    ...subjects.flatMap((subject) =>
      subject.outOfScope === null ? [] : [{ name: labelOf(subject, pack), reason: subject.outOfScope }],
    ),
    ...model.records
      .filter(({ kind }) => kind === 'exclusion')
      .map(({ title, text }) => ({ name: title, reason: text })),
  ];
}
