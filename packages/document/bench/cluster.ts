/** Seeded clusters for benches: nested boundaries, workloads with properties and memberships, 1.4 flows per element. */

import type { Model } from '@strideboard/model';
import { buildModel, type ElementParts, type FlowParts } from '@strideboard/testkit';

/** A cluster of about `size` elements. */
export function cluster(size: number): Model {
  const elements: ElementParts[] = [{ id: 'cluster-0', kind: 'boundary', type: 'tb.cluster', label: 'production' }];
  const workloads: string[] = [];
  for (let at = 0; elements.length < size; at++) {
    const namespace = `namespace-${Math.floor(at / 20)}`;
    if (at % 20 === 0)
      elements.push({
        id: namespace,
        kind: 'boundary',
        type: 'tb.namespace',
        parent: 'cluster-0',
        label: namespace,
        x: 40 + at * 4,
        y: 60,
      });
    const id = `workload-${at}`;
    elements.push({
      id,
      kind: at % 4 === 3 ? 'store' : 'process',
      type: ['wl.deployment', 'net.service', 'wl.statefulset', 'st.pvc'][at % 4] ?? 'wl.pod',
      label: `payments ${at}`,
      parent: namespace,
      x: (at % 5) * 200,
      y: Math.floor((at % 20) / 5) * 110,
      properties: at % 3 === 0 ? { privileged: at % 9 === 0, runAsNonRoot: true, tenant: `tenant-${at % 5}` } : {},
    });
    workloads.push(id);
  }
  const flows: FlowParts[] = workloads.flatMap((source, at) =>
    (at % 5 < 2 ? [1, 17] : [1]).map((step) => ({
      id: `flow-${at}-${step}`,
      source,
      target: workloads[(at + step) % workloads.length] ?? source,
      label: 'request',
      properties: { protocol: 'https' },
    })),
  );
  return buildModel({ elements, flows });
}
