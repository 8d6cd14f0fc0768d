/**
 * Places siblings and everything inside them. What flows join is laid out by the engine as one graph with its nested boundaries; what no
 * flow joins is packed into rows, boundaries without flows through their border are laid out by themselves first. So graphs stay small, and
 * elements without flows stand in rows instead of one long column.
 */

import type { Box, Element, ElementId, Flow, FlowId } from '@strideboard/model';
import { type Block, packRows, shifted } from './block.ts';
import type { Board } from './board.ts';
import { findComponents, type LiftedFlow, liftFlows } from './components.ts';
import { type ConnectedGraph, type GraphNode, layOutGraph } from './elk-graph.ts';
import { EngineGaveUp, type LayoutEngine } from './engine.ts';
import type { FoundWay } from './found-way.ts';
import type { LabelSize, Size } from './label-size.ts';
import { loopRoom } from './loop-room.ts';
import { GAP, GROUP_GAP, smallestSize } from './metrics.ts';

/** Wished places of everything that was laid out. */
interface Wishes {
  /** Relative to the parent's top-left corner; sizes are those of the element, grown or shrunk for boundaries. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
  readonly ways: ReadonlyMap<FlowId, FoundWay>;
}

/** What arranging needs besides the board. */
export interface ArrangeOptions {
  readonly engine: Pick<LayoutEngine, 'run'>;
  /** Room that the label of a flow needs, px; `null` for a flow without one. */
  readonly labelSize: LabelSize;
}

/** Arranges groups of siblings of one board. */
export interface Arranger {
  /** A block of the members; what lies in them goes to the wishes. */
  readonly arrange: (members: readonly Element[]) => Promise<Block>;
  readonly wishes: Wishes;
}

/** Starts with no wishes. */
export function createArranger(board: Board, { engine, labelSize }: ArrangeOptions): Arranger {
  const boxes = new Map<ElementId, Box>();
  const ways = new Map<FlowId, FoundWay>();

  async function arrange(members: readonly Element[]): Promise<Block> {
    const lifted = liftFlows(board, members).filter(({ from, to }) => from !== null && to !== null);
    const between = lifted.filter(({ from, to }) => from !== to);
    const joined: Block[] = [];
    const alone: Block[] = [];
    for (const component of findComponents(members, between)) {
      const [first] = component.members;
      if (component.members.length === 1 && first !== undefined) alone.push(await single(first));
      else joined.push(await connectedOrRows(component.members, lifted));
    }
    if (alone.length === 0) return packRows(joined, GROUP_GAP);
    // Small things that stand alone make rows of their own below what is joined.
    const rows = packRows(alone, GAP);
    return joined.length === 0 ? rows : packRows([...joined, rows], GROUP_GAP);
  }

  async function single(element: Element): Promise<Block> {
    const size = await sizeOf(element);
    const room = loopRoom(board, element.id, labelSize);
    const box = { x: room.left, y: room.top, ...size };
    return {
      width: size.width + room.left + room.right,
      height: size.height + room.top + room.bottom,
      boxes: new Map([[element.id, box]]),
    };
  }

  /** The size an element gets, after its content was laid out. */
  async function sizeOf(element: Element): Promise<Size> {
    const { width, height } = element;
    if (!board.isOpen(element.id)) return { width, height };
    const content = await arrange(board.children(element.id));
    const inset = board.inset(element, content);
    for (const [id, box] of shifted(content.boxes, inset.left, inset.top)) boxes.set(id, box);
    const smallest = smallestSize(element.label);
    return {
      width: Math.max(smallest.width, inset.left + content.width + inset.right),
      height: Math.max(smallest.height, inset.top + content.height + inset.bottom),
    };
  }

  /** Rows are better than nothing where the engine finds no layout. */
  async function connectedOrRows(members: readonly Element[], lifted: readonly LiftedFlow[]): Promise<Block> {
    try {
      return await connected(members, lifted);
    } catch (error) {
      if (!(error instanceof EngineGaveUp)) throw error;
      const rows: Block[] = [];
      for (const member of members) rows.push(await single(member));
      return packRows(rows);
    }
  }

  async function connected(members: readonly Element[], lifted: readonly LiftedFlow[]): Promise<Block> {
    const chosen = new Set(members.map(({ id }) => id));
    const flows = lifted.filter(({ from }) => from !== null && chosen.has(from)).map(({ flow }) => flow);
    const crossed = crossedBoundaries(board, flows);
    const nodes: GraphNode[] = [];
    for (const member of members) nodes.push(await nodeOf(member, crossed));
    const graph: ConnectedGraph = {
      inset: board.inset,
      nodes,
      flows,
      labelSize,
      isWithin: (id, other) => board.ancestors(id).includes(other),
    };
    const found = await layOutGraph(engine, graph);
    for (const [id, box] of found.inner) boxes.set(id, box);
    for (const [id, way] of found.ways) ways.set(id, way);
    return found.block;
  }

  async function nodeOf(element: Element, crossed: ReadonlySet<ElementId>): Promise<GraphNode> {
    const room = loopRoom(board, element.id, labelSize);
    if (!crossed.has(element.id) || !board.isOpen(element.id))
      return { element, room, size: await sizeOf(element), children: [], rest: null };
    const children = board.children(element.id);
    const flows = liftFlows(board, children).filter(
      ({ flow, from, to }) => from !== to && !isAround(flow, element.id, from === null ? 'source' : 'target', from, to),
    );
    const nodes: GraphNode[] = [];
    const closed: Element[] = [];
    for (const component of findComponents(children, flows)) {
      if (component.isOpen) for (const child of component.members) nodes.push(await nodeOf(child, crossed));
      else closed.push(...component.members);
    }
    return { element, room, size: null, children: nodes, rest: closed.length === 0 ? null : await arrange(closed) };
  }

  /** Whether the end that lies in no child is the boundary itself or one around it. */
  function isAround(
    flow: Flow,
    boundary: ElementId,
    outer: 'source' | 'target',
    from: ElementId | null,
    to: ElementId | null,
  ): boolean {
    if (from !== null && to !== null) return false;
    return flow[outer] === boundary || board.ancestors(boundary).includes(flow[outer]);
  }

  return { arrange, wishes: { boxes, ways } };
}

/** Boundaries through whose border one of the flows goes. */
function crossedBoundaries(board: Board, flows: readonly Flow[]): ReadonlySet<ElementId> {
  const crossed = new Set<ElementId>();
  for (const { source, target } of flows) {
    const from = new Set([source, ...board.ancestors(source)]);
    const to = new Set([target, ...board.ancestors(target)]);
    if (from.has(target) || to.has(source)) continue;
    for (const id of from) if (id !== source && !to.has(id)) crossed.add(id);
    for (const id of to) if (id !== target && !from.has(id)) crossed.add(id);
  }
  return crossed;
}
