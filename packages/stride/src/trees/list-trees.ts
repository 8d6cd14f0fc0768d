/** Attack trees held against a board: which last steps its threats light, where controls cut the way, how many ways stay uncovered. */

import type { ControlState, Model } from '@strideboard/model';
import type { Reference, TreePart } from '@strideboard/packs';
import { createPlaceFinder } from '../register/control-places.ts';
import { isInPlace } from '../register/risk.ts';
import { isOpenThreat, type Threat } from '../threats.ts';
import { type CountedNode, countPaths, type PathCounts } from './count-paths.ts';
import { type AttackPath, easiestPaths } from './easiest-paths.ts';
import { type BoardFindings, createLights, LEAF_STATES, type LeafLight, type LeafState } from './light-leaves.ts';
import { type GraphNode, isStep, packGraphs, roomGraphs, type StepKind, type TreeGraph } from './tree-graph.ts';

/** A control on the way between two steps. */
export interface WayControl {
  readonly id: string;
  /** How far it is in place where it is needed; `null` = nowhere there. */
  readonly state: ControlState | null;
  /** Elements and boundaries it is applied to there, sorted. */
  readonly at: readonly string[];
  /** Whether it cuts the way now. */
  readonly counts: boolean;
}

/** The way down to a step. */
export interface TreeWay {
  readonly child: string;
  readonly controls: readonly WayControl[];
  /** One of the controls is in place everywhere where the step was found. */
  readonly isCut: boolean;
}

/** One step, held against the board. */
export interface TreeStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly label: string;
  readonly isGoal: boolean;
  readonly isWrittenOut: boolean;
  readonly rules: readonly string[];
  /** What is known of a last step; `null` for others, notes, and what is out of scope. */
  readonly light: LeafLight | null;
  readonly ways: readonly TreeWay[];
  /** Ways from here down to last steps. */
  readonly paths: PathCounts;
  /** From how many steps of the tree a way leads here: more than one for a shared part. */
  readonly uses: number;
}

/** One tree, held against the board. */
export interface TreeResult {
  readonly id: string;
  /** The goal, or what several goals have in common. */
  readonly title: string;
  readonly origin: TreeGraph['origin'];
  readonly assumptions: readonly string[];
  readonly references: readonly Reference[];
  readonly root: string;
  readonly steps: ReadonlyMap<string, TreeStep>;
  readonly paths: PathCounts;
  /** How many last steps are in each state. */
  readonly leaves: Readonly<Record<LeafState, number>>;
  /** Uncovered ways that ask least of an attacker, easiest first. */
  readonly easiest: readonly AttackPath[];
}

/** What trees are held against. */
export interface TreeInput extends BoardFindings {
  readonly model: Model;
  /** The trees of all packs. */
  readonly trees: TreePart;
}

const SHOWN_PATHS = 5;

/** The trees of the packs, then the model's own. */
export function listTreeResults({ model, trees, ...findings }: TreeInput): readonly TreeResult[] {
  const lightOf = createLights(findings);
  const placeOf = createPlaceFinder(model);
  return [...packGraphs(trees), ...roomGraphs(model)].map((graph) => holdAgainst(graph, { lightOf, placeOf }));
}

interface Board {
  readonly lightOf: (node: GraphNode) => LeafLight;
  readonly placeOf: ReturnType<typeof createPlaceFinder>;
}

function holdAgainst(graph: TreeGraph, { lightOf, placeOf }: Board): TreeResult {
  const lights = new Map(
    [...graph.nodes.values()].filter((node) => isLast(node, graph)).map((node) => [node.id, lightOf(node)]),
  );
  const uses = new Map<string, number>();
  const ways = new Map<string, readonly TreeWay[]>();
  for (const node of graph.nodes.values()) {
    for (const { child } of node.edges) uses.set(child, (uses.get(child) ?? 0) + 1);
    ways.set(
      node.id,
      node.edges.map(({ child, controls }): TreeWay => {
        const open = controls.length === 0 ? [] : threatsBelow(child, graph, lights);
        const states = controls.map((id) => stateOf(id, open, placeOf));
        return { child, controls: states, isCut: states.some(({ counts }) => counts) };
      }),
    );
  }
  const counted = new Map(
    [...graph.nodes.values()].filter(isStep).map((node) => [node.id, countedNode(node, graph, { lights, ways })]),
  );
  const counts = countPaths(counted);
  const steps = new Map(
    [...graph.nodes.values()].map((node): [string, TreeStep] => [
      node.id,
      {
        ...{ id: node.id, kind: node.kind, label: node.label, isGoal: node.isGoal, isWrittenOut: node.isWrittenOut },
        rules: node.rules,
        light: lights.get(node.id) ?? null,
        ways: ways.get(node.id) ?? [],
        paths: counts.get(node.id) ?? NO_PATHS,
        uses: uses.get(node.id) ?? 0,
      },
    ]),
  );
  const { id, title, origin, assumptions, references, root } = graph;
  return {
    ...{ id, title, origin, assumptions, references, root, steps },
    paths: counts.get(root) ?? NO_PATHS,
    leaves: tallyLeaves([...lights.values()]),
    easiest: easiestPaths(counted, root, SHOWN_PATHS),
  };
}

const NO_PATHS: PathCounts = { total: 0, uncovered: 0, lit: 0 };

/** Whether nothing leads to it that an attacker takes. The top of a tree without goals is no step. */
function isLast(node: GraphNode, { nodes }: TreeGraph): boolean {
  return isStep(node) && node.kind !== 'goals' && !node.edges.some(({ child }) => isStepIn(nodes, child));
}

const isStepIn = (nodes: TreeGraph['nodes'], id: string): boolean => {
  const node = nodes.get(id);
  return node !== undefined && isStep(node);
};

function countedNode(
  node: GraphNode,
  graph: TreeGraph,
  {
    lights,
    ways,
  }: { readonly lights: ReadonlyMap<string, LeafLight>; readonly ways: ReadonlyMap<string, readonly TreeWay[]> },
): CountedNode {
  return {
    isAnd: node.kind === 'and',
    state: lights.get(node.id)?.state ?? null,
    edges: (ways.get(node.id) ?? []).filter(({ child }) => isStepIn(graph.nodes, child)),
  };
}

/** Open threats that light something at a step or below it. */
function threatsBelow(step: string, { nodes }: TreeGraph, lights: ReadonlyMap<string, LeafLight>): readonly Threat[] {
  const reached = new Set([step]);
  const threats = new Set<Threat>();
  // The set grows while it is walked.
  for (const id of reached) {
    for (const threat of lights.get(id)?.threats ?? []) if (isOpenThreat(threat)) threats.add(threat);
    for (const { child } of nodes.get(id)?.edges ?? []) reached.add(child);
  }
  return [...threats];
}

/**
 * A control cuts a way when it is in place at each place where the step was found: at the subjects of the open threats it helps against, of
 * all of them where it is said of none. Where nothing was found, its state over the whole model counts.
 */
function stateOf(id: string, open: readonly Threat[], placeOf: Board['placeOf']): WayControl {
  const answered = open.filter(({ finding }) => finding.controls.includes(id));
  const relevant = answered.length > 0 ? answered : open;
  const places =
    relevant.length === 0 ? [placeOf(id, [])] : relevant.map(({ finding }) => placeOf(id, finding.subjects));
  const at = [...new Set(places.flatMap((place) => place.at))].sort();
  const counts = places.every(({ state }) => isInPlace(state));
  const state = WORST_FIRST.find((one) => places.some((place) => place.state === one)) ?? null;
  return { id, state, at, counts };
}

const WORST_FIRST: readonly (ControlState | null)[] = [null, 'failed', 'planned', 'implemented', 'verified'];

function tallyLeaves(lights: readonly LeafLight[]): TreeResult['leaves'] {
  const tally: Record<LeafState, number> = { lit: 0, accepted: 0, unknown: 0, decided: 0, quiet: 0, none: 0 };
  for (const state of LEAF_STATES) tally[state] = lights.filter((light) => light.state === state).length;
  return tally;
}
