/**
 * How long a whole layout takes, beside the engine alone over the same elements as one nested graph. Boards of namespaces with twenty workloads
 * each, two flows a workload, one of them to another namespace at times.
 */

import type { Element, Flow } from '@strideboard/model';
import { buildModel, type ElementParts, type FlowParts } from '@strideboard/testkit';
import { layOut } from '../src/lay-out.ts';
import { drawStraight } from '../src/testing/random-board.ts';
import { startEngine } from '../src/testing/start-engine.ts';

const engine = startEngine();
const labelSize = ({ label }: Flow) => (label === '' ? null : { width: 70, height: 18 });

/** Only shows that everything runs; the figures mean nothing. */
const isShort = process.env['BENCH_SHORT'] === '1';

for (const size of isShort ? [50] : [50, 200, 500, 1_000]) {
  const board = namespaces(size);
  const ours = await timed(() => layOut({ ...board, scope: { kind: 'all' }, engine, labelSize, draw: drawStraight }));
  const alone = await timed(() => engine.run(oneGraph(board)));
  const row = {
    id: 'layout',
    what: `lay out ${board.elements.length} elements, ${board.flows.length} flows`,
    unit: 'ms',
    ours,
    peers: { 'ELK, one graph': alone },
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function namespaces(size: number): { readonly elements: readonly Element[]; readonly flows: readonly Flow[] } {
  const elements: ElementParts[] = [{ id: 'cluster', kind: 'boundary' }];
  const flows: FlowParts[] = [];
  for (let at = 0; elements.length < size; at++) {
    const namespace = `ns${Math.floor(at / 20)}`;
    if (at % 20 === 0) elements.push({ id: namespace, kind: 'boundary', parent: 'cluster' });
    elements.push({ id: `e${at}`, parent: namespace });
    if (at % 20 > 0)
      flows.push({ id: `in${at}`, source: `e${at - 1 - (at % 3 === 0 ? 1 : 0)}`, target: `e${at}`, label: 'HTTPS' });
    if (at > 25 && at % 4 === 0) flows.push({ id: `out${at}`, source: `e${at}`, target: `e${at - 21}`, label: 'SQL' });
  }
  return buildModel({ elements, flows: flows.filter(({ source }) => elements.some(({ id }) => id === source)) });
}

/** What the engine gets when nothing is left out, taken apart or tried twice. */
function oneGraph({ elements, flows }: ReturnType<typeof namespaces>): Parameters<typeof engine.run>[0] {
  const below = (parent: string | null): NonNullable<Parameters<typeof engine.run>[0]['children']> =>
    elements
      .filter((element) => element.parent === parent)
      .map(({ id, kind, width, height }) =>
        kind === 'boundary' ? { id, children: below(id) } : { id, width, height },
      );
  return {
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: below(null),
    edges: flows.map(({ id, source, target }) => ({
      id,
      sources: [source],
      targets: [target],
      labels: [{ text: 'label', width: 70, height: 18 }],
    })),
  };
}
