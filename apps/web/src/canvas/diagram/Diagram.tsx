/**
 * The diagram through React Flow. It is handed only what is in view, in absolute places, with sizes and order of ours, and does nothing but
 * mount nodes and move the layer they lie in: pointer, wheel, keyboard, selection and focus are the surface's.
 */
import { lazyPart } from '../../session/lazy-part.ts';
import '@xyflow/react/dist/base.css';
import { FLOW_LAYER } from '@strideboard/render';
import { Background, BackgroundVariant, type Edge, ReactFlow, ViewportPortal } from '@xyflow/react';
import { Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useScene } from '../../room/use-scene.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench, useCanvas } from '../bench.ts';
import { MAX_ZOOM, MIN_ZOOM } from '../view/viewport.ts';
import { BoundaryNode } from './BoundaryNode.tsx';
import { ElementNode } from './ElementNode.tsx';
import { FlowLayer } from './FlowLayer.tsx';
import { LabelEditor } from './LabelEditor.tsx';
import { createNodeCache } from './node-cache.ts';
import { createPeerMarks } from './peer-marks.ts';
import { TagLayer } from './TagLayer.tsx';
import { useVisible } from './use-visible.ts';

// The diagram comes before the people who point at it.
const Cursors = lazyPart(async () => (await import('./Cursors.tsx')).Cursors);

const NODE_TYPES = { element: ElementNode, boundary: BoundaryNode };
const NO_EDGES: Edge[] = [];
const ATTRIBUTION = { hideAttribution: false };
const DOT_GAP_PX = 20;

/** The diagram. */
export function Diagram() {
  const viewport = useSession((state) => state.viewport);
  const [nodes, layers] = useItems();
  const gap = useSession(({ viewport: { zoom } }) => dotGap(zoom));
  return (
    <ReactFlow
      nodes={nodes}
      edges={NO_EDGES}
      nodeTypes={NODE_TYPES}
      viewport={viewport}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      zIndexMode="manual"
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      selectNodesOnDrag={false}
      selectionOnDrag={false}
      elevateNodesOnSelect={false}
      elevateEdgesOnSelect={false}
      onlyRenderVisibleElements={false}
      autoPanOnNodeFocus={false}
      autoPanOnNodeDrag={false}
      autoPanOnConnect={false}
      panOnDrag={false}
      panOnScroll={false}
      zoomOnScroll={false}
      zoomOnPinch={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      proOptions={ATTRIBUTION}
    >
      <Background variant={BackgroundVariant.Dots} gap={gap} size={gap / DOT_GAP_PX + 0.4} />
      <ViewportPortal>
        {layers}
        <LabelEditor />
        <Suspense>
          <Cursors />
        </Suspense>
      </ViewportPortal>
    </ReactFlow>
  );
}

/** Dots lie on the grid and never closer than about 14 px on screen. */
function dotGap(zoom: number): number {
  let gap = DOT_GAP_PX;
  while (gap * zoom < 14) gap *= 2;
  return gap;
}

function useItems() {
  const { room, session } = useBench();
  const scene = useScene();
  const visible = useVisible(scene);
  const [cache] = useState(createNodeCache);
  const subscribe = useCallback((listener: () => void) => room.peers.subscribe(listener), [room]);
  const [peerMarks] = useState(() => createPeerMarks(room.peers));
  const marks = useSyncExternalStore(subscribe, peerMarks.read);
  const selection = useSession((state) => state.selection);
  const isDragging = useSession((state) => state.drag !== null);
  const dropTarget = useSession((state) => state.drag?.target ?? null);
  const edited = useSession((state) => state.editing?.id ?? null);
  const focus = useCanvas((state) => state.focus);
  const hover = useCanvas((state) => state.hover);
  const connectTarget = useCanvas(({ preview }) => (preview?.kind === 'connect' ? preview.target : null));
  const selected = useMemo(() => new Set(selection), [selection]);
  const lifted = useMemo(
    () => new Set<string>(isDragging ? (session.getState().drag?.ids ?? []) : []),
    [isDragging, session],
  );
  const pointed = useSession((state) => state.pointed);
  const lit = dropTarget ?? connectTarget ?? pointed;
  const nodes = useMemo(
    () => cache.nodes(visible.elements, { selected, lifted, marks, focus, lit, edited }),
    [cache, visible, selected, lifted, marks, focus, lit, edited],
  );
  const layers = (
    <>
      <FlowLayer
        flows={visible.flows}
        zIndex={FLOW_LAYER}
        selected={selected}
        marks={marks}
        hover={hover}
        focus={focus}
        edited={edited}
      />
      <TagLayer elements={visible.elements} zIndex={FLOW_LAYER + 1} edited={edited} />
    </>
  );
  return [nodes, layers] as const;
}
