/**
 * The diagram: dots, what is in view in absolute places, and all layers that move with it. It only places and moves: pointer, wheel, keyboard,
 * selection and focus are the surface's. Moving the view sets one transform and renders nothing.
 */
import { lazyPart } from '../../session/lazy-part.ts';
import { FLOW_LAYER } from '@strideboard/render';
import { Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Peers } from '../../room/peers.ts';
import { useScene } from '../../room/use-scene.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { useSession } from '../../session/use-session.ts';
import { useBench, useCanvas } from '../bench.ts';
import styles from './Diagram.module.css';
import { Dots } from './Dots.tsx';
import { FlowLayer } from './FlowLayer.tsx';
import { LabelEditor } from './LabelEditor.tsx';
import { MovedLayer } from './MovedLayer.tsx';
import { createNodeCache } from './node-cache.ts';
import { createPeerMarks } from './peer-marks.ts';
import { PlacedNode } from './PlacedNode.tsx';
import { TagLayer } from './TagLayer.tsx';
import { useRegion } from './use-region.ts';
import { NOTHING, visibleIn } from './visible.ts';

// The diagram comes before the people who point at it.
const Cursors = lazyPart(async () => (await import('./Cursors.tsx')).Cursors);

/** The diagram. */
export function Diagram() {
  const [nodes, layers, underlay] = useItems();
  return (
    <div className={styles['diagram']}>
      <Dots />
      {underlay}
      <MovedLayer>
        {nodes}
        {layers}
        <LabelEditor />
        <Suspense>
          <Cursors />
        </Suspense>
      </MovedLayer>
    </div>
  );
}

function useItems() {
  const { room, session, scenes } = useBench();
  const scene = useScene();
  const region = useRegion();
  const crowd = useCanvas((state) => state.crowd);
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
  const dragged = useSyncExternalStore(subscribe, () => draggedIds(room.peers, session));
  const mounted = useMemo(
    () =>
      region?.drawn === true && crowd !== null
        ? crowd.mount(scene, { dragged, edited, focus, lit, hover, selection, marks })
        : null,
    [region, crowd, scene, dragged, edited, focus, lit, hover, selection, marks],
  );
  const near = useMemo(
    () => (region === null || region.drawn ? NOTHING : visibleIn(scenes.grid(scene), region.box)),
    [region, scenes, scene],
  );
  const visible = mounted ?? near;
  const left = mounted?.left ?? null;
  const nodes = useMemo(
    () =>
      cache
        .nodes(visible.elements, { selected, lifted, marks, focus, lit, edited, left })
        .map((data) => <PlacedNode key={data.element.id} data={data} />),
    [cache, visible, selected, lifted, marks, focus, lit, edited, left],
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
      <TagLayer elements={visible.elements} left={left} zIndex={FLOW_LAYER + 1} edited={edited} />
    </>
  );
  const underlay = mounted === null ? null : crowd?.draw(scene, mounted);
  return [nodes, layers, underlay] as const;
}

/** Ids of what I and others drag, as one text that changes only when they do. */
const draggedIds = (peers: Pick<Peers, 'list'>, session: SessionStore): string =>
  [...(session.getState().drag?.ids ?? []), ...peers.list().flatMap(({ presence }) => presence.drag?.ids ?? [])].join(
    ' ',
  );
