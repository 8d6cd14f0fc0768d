/** The crowd on bare React Flow, as its own examples draw: default nodes and edges, everything memoised by the library itself. */
import { type Edge, type Node, ReactFlow, useNodesState } from '@xyflow/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Crowd } from '../../support/crowd.ts';

const crowd = (globalThis as unknown as { crowd: Crowd }).crowd; // put there by the bench

const origins = new Map(crowd.boundaries.map((box) => [box.id, box]));
const nodes: Node[] = [
  ...crowd.boundaries.map(
    ({ id, parent, x, y, width, height }): Node => ({
      ...{ id, type: 'group', data: {}, width, height },
      ...within(parent, x, y),
    }),
  ),
  ...crowd.members.map(
    ({ id, parent, label, x, y, width, height }): Node => ({
      ...{ id, data: { label }, width, height },
      ...within(parent, x, y),
    }),
  ),
];
const edges: Edge[] = crowd.flows.map(({ id, source, target }) => ({ id, source, target }));

function within(parent: string | null, x: number, y: number): Pick<Node, 'position' | 'parentId'> {
  const around = parent === null ? undefined : origins.get(parent);
  if (around === undefined) return { position: { x, y } };
  return { position: { x: x - around.x, y: y - around.y }, parentId: around.id };
}

function Peer() {
  const [shown, , onNodesChange] = useNodesState(nodes);
  return createElement(ReactFlow, {
    ...{ nodes: shown, edges, onNodesChange, fitView: true, minZoom: 0.02, maxZoom: 8, panOnScroll: true },
  });
}

const home = document.createElement('div');
home.style.cssText = 'position:fixed;inset:0';
document.body.append(home);
createRoot(home).render(createElement(Peer));
