/** A board as large as that of a workshop: namespaces full of workloads and stores that talk to each other. */

import type { Model } from '@strideboard/model';
import { buildModel, type ElementParts } from './build-model.ts';

const COLUMNS = 4;
const PER_NAMESPACE = 11;
const NAMESPACES_ACROSS = 5;
const CELL = { width: 200, height: 100 };
const NAMESPACE = { width: 860, height: 380 };

/** A board of that many elements, boundaries among them, with one flow and a half for each. */
export function workshopBoard(count: number): Model {
  const namespaces = Math.max(1, Math.floor(count / (PER_NAMESPACE + 1)));
  const boundaries = Array.from({ length: namespaces }, (_, at): ElementParts => {
    const [column, row] = [at % NAMESPACES_ACROSS, Math.floor(at / NAMESPACES_ACROSS)];
    return {
      ...{
        id: `namespace-${String(at).padStart(4, '0')}`,
        kind: 'boundary',
        type: 'tb.namespace',
        label: `team-${at}`,
      },
      ...{ x: column * (NAMESPACE.width + 80) - 2_000, y: row * (NAMESPACE.height + 80) - 1_000, ...NAMESPACE },
    };
  });
  const members = Array.from({ length: count - namespaces }, (_, at): ElementParts => {
    const place = Math.floor(at / namespaces);
    return {
      ...{ id: `workload-${String(at).padStart(5, '0')}`, label: `workload ${at}` },
      ...(at % 5 === 0 ? { kind: 'store', type: 'cp.etcd' } : { kind: 'process', type: 'wl.pod' }),
      ...{ parent: boundaries[at % namespaces]?.id ?? null, z: `a${at.toString(36).padStart(3, '0')}V` },
      ...{ x: 40 + (place % COLUMNS) * CELL.width, y: 60 + Math.floor(place / COLUMNS) * CELL.height },
      properties: at % 8 === 0 ? { privileged: true } : {},
    };
  });
  const flows = Array.from({ length: Math.floor(count * 1.5) }, (_, at) => {
    const [source, target] = [members[at % members.length], members[(at * 7 + 3) % members.length]];
    return { id: `flow-${String(at).padStart(6, '0')}`, source: source?.id ?? '', target: target?.id ?? '' };
  }).filter(({ source, target }) => source !== target);
  return buildModel({ meta: { title: 'Workshop' }, elements: [...boundaries, ...members], flows });
}
