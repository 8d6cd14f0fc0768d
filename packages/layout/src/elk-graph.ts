/** One graph of elements that flows join, for the engine and back. */

import {
  type Box,
  type CanvasPoint,
  compareOrder,
  compareText,
  type Element,
  type ElementId,
  encloses,
  type Flow,
  type FlowId,
} from '@strideboard/model';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { type Block, shifted } from './block.ts';
import { EngineGaveUp, type LayoutEngine } from './engine.ts';
import type { FoundWay } from './found-way.ts';
import type { Inset, InsetOf } from './inset.ts';
import type { LabelSize, Size } from './label-size.ts';
import type { Room } from './loop-room.ts';
import { ASPECT, BARE_FLOW, FLOW_GAP, GAP, smallestSize, STEP } from './metrics.ts';

/** An element in the graph: of settled size, or a boundary around others whose size the engine finds. */
export interface GraphNode {
  readonly element: Element;
  /** Room beyond its sides that must stay free. */
  readonly room: Room;
  /** `null` for a boundary that is laid out with its content. */
  readonly size: Size | null;
  readonly children: readonly GraphNode[];
  /** What else lies in the boundary and has no flow to the rest; it stands below it. */
  readonly rest: Block | null;
}

/** Nodes that flows join. */
export interface ConnectedGraph {
  readonly nodes: readonly GraphNode[];
  /** Flows between anything in the nodes; those that end in something of settled size end at it. */
  readonly flows: readonly Flow[];
  readonly labelSize: LabelSize;
  readonly inset: InsetOf;
  readonly isWithin: (id: ElementId, boundary: ElementId) => boolean;
}

/** Places found for a graph. */
export interface FoundGraph {
  /** The outermost nodes. */
  readonly block: Block;
  /** Everything below them, relative to its parent. */
  readonly inner: ReadonlyMap<ElementId, Box>;
  readonly ways: ReadonlyMap<FlowId, FoundWay>;
}

/** Up to this many nodes both directions are tried. */
const TRIED_BOTH_WAYS = 120;

/** Lays a graph out, from left to right or from top to bottom, whichever is easier to look at. */
export async function layOutGraph(engine: Pick<LayoutEngine, 'run'>, graph: ConnectedGraph): Promise<FoundGraph> {
  const across = await layOutTowards(engine, graph, 'RIGHT');
  const isWhole = holdsContent(graph, across.found);
  if (isWhole && countNodes(graph.nodes) > TRIED_BOTH_WAYS) return across.found;
  const down = await layOutTowards(engine, graph, 'DOWN');
  if (!holdsContent(graph, down.found)) {
    // Seen with boundaries through which flows go at several levels: the engine leaves one too small for what it puts in.
    if (!isWhole) throw new EngineGaveUp('a boundary came out too small for its content');
    return across.found;
  }
  return !isWhole || effort(down) < effort(across) ? down.found : across.found;
}

/** Whether everything came out within the boundary it is in. */
function holdsContent({ nodes }: ConnectedGraph, { block, inner }: FoundGraph): boolean {
  const isWhole = ({ element, children, rest }: GraphNode): boolean => {
    const around = block.boxes.get(element.id) ?? inner.get(element.id);
    const content = [...children.map((child) => child.element.id), ...(rest?.boxes.keys() ?? [])];
    return (
      content.every((id) => {
        const box = inner.get(id);
        return (
          around !== undefined &&
          box !== undefined &&
          encloses({ x: 0, y: 0, width: around.width, height: around.height }, box)
        );
      }) && children.every(isWhole)
    );
  };
  return nodes.every(isWhole);
}

const countNodes = (nodes: readonly GraphNode[]): number =>
  nodes.reduce((count, { children }) => count + 1 + countNodes(children), 0);

interface Candidate {
  readonly found: FoundGraph;
  /** Mean length of a flow, px. */
  readonly flowLength: number;
}

/** How far the eye has to go: the screen that shows everything, and an average flow. */
const effort = ({ found, flowLength }: Candidate): number =>
  Math.max(found.block.width, found.block.height * ASPECT) + flowLength;

/** The content of free forms decides their size, so they are laid out a second time once it is known. */
async function layOutTowards(
  engine: Pick<LayoutEngine, 'run'>,
  graph: ConnectedGraph,
  direction: Direction,
): Promise<Candidate> {
  const hasForms = graph.nodes.some(function isForm({ element, size, children }): boolean {
    return (size === null && element.shape.kind === 'poly') || children.some(isForm);
  });
  const first = await runOnce(engine, graph, { direction, contents: new Map(), inset: graph.inset });
  if (!hasForms) return first;
  return runOnce(engine, graph, { direction, contents: contentSizes(graph, first.found), inset: graph.inset });
}

type Direction = 'RIGHT' | 'DOWN';

interface Run {
  readonly direction: Direction;
  /** Sizes of the content of boundaries, where they are known. */
  readonly contents: ReadonlyMap<ElementId, Size>;
  readonly inset: InsetOf;
}

/** For every boundary anew: the engine does not hand distances down. */
const DISTANCES = {
  'elk.spacing.nodeNode': `${GAP}`,
  'elk.spacing.edgeNode': `${FLOW_GAP}`,
  'elk.spacing.edgeEdge': '18',
  'elk.layered.spacing.nodeNodeBetweenLayers': `${STEP}`,
  'elk.layered.spacing.edgeNodeBetweenLayers': `${FLOW_GAP}`,
  'elk.layered.spacing.edgeEdgeBetweenLayers': '18',
} as const;

const OPTIONS = {
  ...DISTANCES,
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.edgeLabels.inline': 'true',
  'elk.edgeLabels.placement': 'CENTER',
} as const;

async function runOnce(engine: Pick<LayoutEngine, 'run'>, graph: ConnectedGraph, run: Run): Promise<Candidate> {
  const ids = new Set<string>();
  const collect = (node: GraphNode): void => {
    ids.add(node.element.id);
    for (const child of node.children) collect(child);
  };
  for (const node of graph.nodes) collect(node);
  const result = await engine.run({
    id: '',
    layoutOptions: { ...OPTIONS, 'elk.direction': run.direction, 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
    children: graph.nodes.map((node) => toElk(node, run)),
    edges: toEdges(graph, ids),
  });
  return { found: fromElk(result, graph, run), flowLength: meanLength(result.edges ?? []) };
}

function meanLength(edges: readonly ElkExtendedEdge[]): number {
  let length = 0;
  for (const { sections = [] } of edges)
    for (const { startPoint, bendPoints = [], endPoint } of sections) {
      let from = startPoint;
      for (const to of [...bendPoints, endPoint]) {
        length += Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
        from = to;
      }
    }
  return edges.length === 0 ? 0 : length / edges.length;
}

function toElk({ element, room, size, children, rest }: GraphNode, run: Run): ElkNode {
  if (size !== null)
    return {
      id: element.id,
      width: size.width + room.left + room.right,
      height: size.height + room.top + room.bottom,
    };
  const inset = insetOf(element, rest, run);
  const smallest = smallestSize(element.label);
  const width = Math.max(smallest.width, inset.left + (rest?.width ?? 0) + inset.right);
  return {
    id: element.id,
    layoutOptions: {
      ...DISTANCES,
      'elk.padding': `[top=${inset.top},left=${inset.left},bottom=${inset.bottom},right=${inset.right}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},${smallest.height})`,
    },
    children: children.map((child) => toElk(child, run)),
  };
}

/** The room for the rest of the content is part of the lower inset. */
function insetOf(
  element: Element,
  rest: Block | null,
  { inset: measure, contents }: Pick<Run, 'inset' | 'contents'>,
): Inset {
  const inset = measure(element, contents.get(element.id) ?? { width: 0, height: 0 });
  return rest === null ? inset : { ...inset, bottom: inset.bottom + GAP + rest.height };
}

/** Flows in the order of the walkthrough: where the graph leaves a choice, what comes first stands first. */
function toEdges({ flows, labelSize, isWithin }: ConnectedGraph, ids: ReadonlySet<string>): ElkExtendedEdge[] {
  return flows
    .filter(({ source, target }) => ids.has(source) && ids.has(target) && source !== target)
    .filter(({ source, target }) => !isWithin(source, target) && !isWithin(target, source))
    .toSorted((a, b) => compareOrder(a.order, b.order) || compareText(a.z, b.z) || compareText(a.id, b.id))
    .map((flow) => ({
      id: `flow ${flow.id}`,
      sources: [flow.source],
      targets: [flow.target],
      labels: [
        { id: `label ${flow.id}`, text: 'label', ...(labelSize(flow) ?? { width: BARE_FLOW, height: BARE_FLOW }) },
      ],
    }));
}

function fromElk(result: ElkNode, { nodes, flows }: ConnectedGraph, run: Run): FoundGraph {
  const block = new Map<ElementId, Box>();
  const inner = new Map<ElementId, Box>();
  const corners = new Map<ElementId, CanvasPoint>();
  const read = (node: GraphNode, placed: ElkNode | undefined, frame: CanvasPoint, into: Map<ElementId, Box>): void => {
    const { element, room, size, children, rest } = node;
    const [left, top] = size === null ? [0, 0] : [room.left, room.top];
    const [x, y] = [Math.round((placed?.x ?? 0) + left), Math.round((placed?.y ?? 0) + top)];
    const [width, height] = [
      Math.ceil(size?.width ?? placed?.width ?? 0),
      Math.ceil(size?.height ?? placed?.height ?? 0),
    ];
    into.set(element.id, { x, y, width, height });
    const corner = { x: frame.x + x, y: frame.y + y };
    corners.set(element.id, corner);
    const byId = new Map((placed?.children ?? []).map((child) => [child.id, child]));
    for (const child of children) read(child, byId.get(child.element.id), corner, inner);
    if (rest === null) return;
    const inset = insetOf(element, rest, run);
    for (const [id, box] of shifted(rest.boxes, Math.round(inset.left), Math.round(height - inset.bottom + GAP)))
      inner.set(id, box);
  };
  const byId = new Map((result.children ?? []).map((child) => [child.id, child]));
  for (const node of nodes) read(node, byId.get(node.element.id), { x: 0, y: 0 }, block);

  const known = new Map(flows.map((flow) => [`flow ${flow.id}`, flow]));
  const ways = new Map<FlowId, FoundWay>();
  for (const edge of result.edges ?? []) {
    const flow = known.get(edge.id);
    const [source, target] = [flow && corners.get(flow.source), flow && corners.get(flow.target)];
    if (flow === undefined || source === undefined || target === undefined) continue;
    const bends = (edge.sections?.[0]?.bendPoints ?? []).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
    ways.set(flow.id, { bends, ends: [source, target] });
  }
  return {
    block: { width: Math.ceil(result.width ?? 0), height: Math.ceil(result.height ?? 0), boxes: block },
    inner,
    ways,
  };
}

/** The size of the content of each boundary that is laid out with it. */
function contentSizes({ nodes, inset: outline }: ConnectedGraph, found: FoundGraph): ReadonlyMap<ElementId, Size> {
  const sizes = new Map<ElementId, Size>();
  const measure = ({ element, size, children, rest }: GraphNode): void => {
    for (const child of children) measure(child);
    if (size !== null) return;
    const box = found.block.boxes.get(element.id) ?? found.inner.get(element.id);
    const inset = insetOf(element, rest, { inset: outline, contents: new Map() });
    sizes.set(element.id, {
      width: (box?.width ?? 0) - inset.left - inset.right,
      height: (box?.height ?? 0) - inset.top - inset.bottom + (rest === null ? 0 : GAP + rest.height),
    });
  };
  for (const node of nodes) measure(node);
  return sizes;
}
