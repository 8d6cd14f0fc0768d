/** What can be reached along flows from inside boundaries of a kind. */

import { compareText, type ElementId, type SubjectId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Graph } from './graph.ts';

/** Answers about directed paths. */
export interface Reach {
  /** Elements and flows from one inside a boundary that the selectors choose to the element; empty where no flow leads to it. */
  pathTo(id: ElementId, selectors: readonly string[]): readonly SubjectId[];
  /** Elements whose path is another, for everything that was asked of either. */
  changedSince(before: Reach): readonly ElementId[];
  /** The walks that were asked for, by their selectors. */
  walks(): ReadonlyMap<string, Walk>;
}

interface Step {
  readonly flow: SubjectId;
  readonly from: ElementId;
}

interface Walk {
  readonly selectors: readonly string[];
  /** How each element was reached; `null` where the walk begins. What comes later was reached from what comes earlier. */
  readonly reached: ReadonlyMap<ElementId, Step | null>;
}

/** Builds the answers; each walk is made when it is first asked for. */
export function createReach(graph: Graph, index: PackIndex): Reach {
  const walks = new Map<string, Walk>();
  const walkFrom = (selectors: readonly string[]): Walk => {
    const key = selectors.join('|');
    let walk = walks.get(key);
    if (walk === undefined) {
      walk = { selectors, reached: breadthFirst(graph, index, selectors) };
      walks.set(key, walk);
    }
    return walk;
  };
  return {
    pathTo: (id, selectors) => pathTo(walkFrom(selectors).reached, id),
    changedSince: (before) => {
      for (const { selectors } of before.walks().values()) walkFrom(selectors);
      return [...walks].flatMap(([key, { reached }]) => changedSteps(before.walks().get(key)?.reached, reached));
    },
    walks: () => walks,
  };
}

function breadthFirst(graph: Graph, index: PackIndex, selectors: readonly string[]): Walk['reached'] {
  const reached = new Map<ElementId, Step | null>();
  const isChosen = (id: ElementId): boolean =>
    graph.enclosing(id).some((boundary) => selectors.some((selector) => index.matches(boundary, selector)));
  let ring: ElementId[] = graph.elements.map((element) => element.id).filter(isChosen);
  for (const id of ring) reached.set(id, null);
  while (ring.length > 0) {
    const next: ElementId[] = [];
    for (const from of ring.sort(compareText)) {
      for (const judged of graph.leaving(from)) {
        const to = judged.source.id === from ? judged.target.id : judged.source.id;
        if (reached.has(to)) continue;
        reached.set(to, { flow: judged.flow.id, from });
        next.push(to);
      }
    }
    ring = next;
  }
  return reached;
}

function pathTo(reached: Walk['reached'], id: ElementId): readonly SubjectId[] {
  if (!reached.has(id)) return [];
  const path: SubjectId[] = [id];
  for (let step = reached.get(id) ?? null; step !== null; step = reached.get(step.from) ?? null) {
    path.push(step.flow, step.from);
  }
  return path.reverse();
}

/** A path is another when its last step is, or the path before that step. */
function changedSteps(before: Walk['reached'] | undefined, after: Walk['reached']): readonly ElementId[] {
  if (before === undefined) return [...after.keys()];
  const changed = new Set<ElementId>();
  for (const [id, step] of after) {
    const was = before.get(id);
    const isSame = step === null ? was === null : was?.flow === step.flow && was.from === step.from;
    if (!isSame || (step !== null && changed.has(step.from))) changed.add(id);
  }
  for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  return [...changed];
}
