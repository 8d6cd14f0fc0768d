/** The pod that a workload starts: its template, its specification, its containers. */

import { WORKLOAD_KINDS, type WorkloadKind } from '../objects/kinds.ts';
import type { ManifestObject } from '../objects/collect-objects.ts';
import { below, type Field, isAbsent, itemsOf, reportAt, textOf } from '../yaml/field.ts';

/** One container of any sort. */
export interface Container {
  readonly name: string;
  readonly field: Field;
  readonly sort: 'main' | 'init' | 'ephemeral';
}

/** A workload that can be looked into. */
export interface Pod {
  readonly workload: ManifestObject;
  readonly kind: WorkloadKind;
  readonly metadata: Field;
  readonly spec: Field;
  /** Empty where there are none or they cannot be read; then nothing can be said that depends on all of them. */
  readonly containers: readonly Container[];
}

/** The pod of a workload; `null` for an object that is none, or without a pod specification, which is reported. */
export function readPod(workload: ManifestObject): Pod | null {
  const kind = WORKLOAD_KINDS.get(workload.kind);
  if (kind === undefined) return null;
  const template = below(workload.field, ...kind.template);
  const spec = below(template, 'spec');
  const containers = [
    ...containersIn(below(spec, 'initContainers'), 'init'),
    ...containersIn(below(spec, 'containers'), 'main'),
    ...containersIn(below(spec, 'ephemeralContainers'), 'ephemeral'),
  ];
  if (!containers.some(({ sort }) => sort === 'main')) reportAt(spec, 'pod-missing');
  return {
    workload,
    kind,
    metadata: below(template, 'metadata'),
    spec,
    containers: containers.some(({ sort }) => sort === 'main') ? containers : [],
  };
}

const containersIn = (list: Field, sort: Container['sort']): readonly Container[] =>
  isAbsent(list) ? [] : itemsOf(list).map((field) => ({ name: textOf(below(field, 'name')), field, sort }));
