/** Boards of any shape, from a seed: up to five levels of boundaries, flows across them, loops, parallel flows, locks, free forms. */
import { absoluteBoxes, centreOf, type Element, type Flow } from '@strideboard/model';
import { buildModel, createRandom, type ElementParts, type FlowParts } from '@strideboard/testkit';
import type { DrawFlows } from '../choose-ways.ts';

/** What a board is made of. */
export interface RandomBoardOptions {
  readonly size: number;
  /** Share of elements with a lock. */
  readonly locks?: number;
  /** Everything at one point, as from a file without places. */
  readonly isStacked?: boolean;
}

/** Makes a valid board. Boundaries may overlap each other and their content: it is as untidy as people leave it. */
export function randomBoard(
  seed: number,
  { size, locks = 0, isStacked = false }: RandomBoardOptions,
): { readonly elements: readonly Element[]; readonly flows: readonly Flow[] } {
  const random = createRandom(seed);
  const elements: ElementParts[] = [];
  const homes: { readonly id: string | null; readonly depth: number }[] = [{ id: null, depth: 0 }];
  for (let at = 0; at < size; at++) {
    const home = random.pick(homes) ?? { id: null, depth: 0 };
    const isBoundary = home.depth < 5 && random.chance(0.35);
    const form = random.chance(0.15);
    const id = `e${at}`;
    elements.push({
      id,
      kind: isBoundary ? 'boundary' : (random.pick(['process', 'store', 'external', 'note'] as const) ?? 'process'),
      parent: home.id,
      x: isStacked ? 0 : random.between(-200, 900),
      y: isStacked ? 0 : random.between(-200, 900),
      z: `a${String(at).padStart(4, '0')}`.replace(/0+$/u, 'V'),
      ...(isBoundary ? { width: random.between(120, 700), height: random.between(90, 500) } : {}),
      ...(isBoundary && form ? { shape: { kind: 'poly', points: DIAMOND, curve: 'straight' } as const } : {}),
      ...(random.chance(locks) ? { lock: { by: 'ada', at: 1 } } : {}),
    });
    if (isBoundary) homes.push({ id, depth: home.depth + 1 });
  }
  const flows: FlowParts[] = [];
  for (let at = 0; at < size * 1.2; at++) {
    const [source, target] = [random.pick(elements)?.id, random.pick(elements)?.id];
    if (source === undefined || target === undefined) continue;
    flows.push({ id: `f${at}`, source, target, label: random.chance(0.7) ? `flow ${at}` : '' });
    if (random.chance(0.1)) flows.push({ id: `f${at}b`, source, target });
  }
  return buildModel({ elements, flows });
}

const DIAMOND = [
  [5_000, 0],
  [10_000, 5_000],
  [5_000, 10_000],
  [0, 5_000],
] as const;

/** Draws flows as straight lines from middle to middle, with a label of one size. */
export const drawStraight: DrawFlows = (elements, flows) => {
  const boxes = absoluteBoxes(elements);
  return new Map(
    flows.flatMap((flow) => {
      const [source, target] = [boxes.get(flow.source), boxes.get(flow.target)];
      if (source === undefined || target === undefined) return [];
      const bends = (flow.route?.points ?? []).map(([x, y]) => ({ x, y }));
      const points = [centreOf(source), ...bends, centreOf(target)];
      const middle = points[points.length >> 1] ?? centreOf(source);
      const label = flow.label === '' ? null : { x: middle.x - 30, y: middle.y - 9, width: 60, height: 18 };
      return [[flow.id, { points, label }] as const];
    }),
  );
};
