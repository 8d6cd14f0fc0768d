/** Where conversations are marked on the drawing, and which marks are shown as one because they would lie over each other. Pure. */
import {
  type CanvasPoint,
  type CommentAnchor,
  type CommentThread,
  type DiagramId,
  type ElementId,
  type FlowId,
  type ManualThreat,
  manualOf,
  subjectsOf,
} from '@strideboard/model';
import { pointAlong, type Scene, type SceneFlow } from '@strideboard/render';

/** What places are read from. */
export interface PinGround {
  readonly scene: Pick<Scene, 'elements' | 'elementById' | 'flows' | 'flowById'>;
  /** The diagram that is drawn, as elements name it. */
  readonly diagram: DiagramId | null;
  /** The id of the first diagram; `null` while none is listed. */
  readonly firstDiagram: DiagramId | null;
  readonly manual: readonly Pick<ManualThreat, 'id' | 'on'>[];
  /** The collapsed boundary that hides an element or flow. */
  readonly hiddenIn: (id: string) => ElementId | null;
  /** What an element on the drawing stands for. */
  readonly meant: (id: ElementId) => string;
}

/** One conversation and the point of the canvas it is marked at: the tip of its mark. */
export interface Pinned {
  readonly thread: CommentThread;
  readonly point: CanvasPoint;
}

/** Marks that are shown as one. */
export interface PinCluster {
  /** Id of its first conversation. */
  readonly id: string;
  /** Canvas px times the zoom: where it is on the screen but for the offset of the view. */
  readonly left: number;
  readonly top: number;
  readonly threads: readonly CommentThread[];
}

/** What an anchor is about: elements and flows; none for points and threats of the whole model. */
export function subjectsOfAnchor(anchor: CommentAnchor, manual: PinGround['manual']): readonly string[] {
  if (anchor.kind === 'point') return [];
  if (anchor.kind !== 'threat') return [anchor.id];
  const own = manualOf(anchor.id);
  return own === null ? subjectsOf(anchor.id) : (manual.find(({ id }) => id === own)?.on ?? []);
}

/** Answers where an anchor is on the drawing; `null` when it is not on it. */
export function createPinPlaces(ground: PinGround): (anchor: CommentAnchor) => CanvasPoint | null {
  const { scene, diagram, firstDiagram, manual, hiddenIn, meant } = ground;
  const standIns = new Map<string, ElementId>();
  for (const { id, kind } of scene.elements) if (kind === 'ref') standIns.set(meant(id), id);
  const gathered = new Map<string, SceneFlow>();
  for (const flow of scene.flows) for (const id of flow.gathers) gathered.set(id, flow);

  const ofElement = (id: string): CanvasPoint | null => {
    const element = scene.elementById.get(id as ElementId); // only looked up
    return element === undefined ? null : { x: element.box.x, y: element.box.y };
  };
  const ofSubject = (id: string): CanvasPoint | null => {
    const flow = scene.flowById.get(id as FlowId) ?? gathered.get(id); // only looked up
    if (flow !== undefined) return pointOfFlow(flow);
    const standIn = standIns.get(id);
    const hiding = hiddenIn(id);
    return (
      ofElement(id) ??
      (standIn === undefined ? null : ofElement(standIn)) ??
      (hiding === null ? null : ofElement(hiding))
    );
  };
  return (anchor) => {
    if (anchor.kind === 'point') {
      const on = anchor.diagram === undefined || anchor.diagram === firstDiagram ? null : anchor.diagram;
      return on === diagram ? { x: anchor.x, y: anchor.y } : null;
    }
    for (const id of subjectsOfAnchor(anchor, manual)) {
      const point = ofSubject(id);
      if (point !== null) return point;
    }
    return null;
  };
}

const pointOfFlow = ({ label, points }: SceneFlow): CanvasPoint =>
  label === null ? pointAlong(points, 0.5).point : { x: label.box.x, y: label.box.y };

/** Marks nearer to each other than this are shown as one, screen px. */
const NEAR = 28;

/** Marks that would lie over each other at this zoom joined; in the order given, and the same wherever the view goes. */
export function clusterPins(pinned: readonly Pinned[], zoom: number): readonly PinCluster[] {
  const clusters: { id: string; left: number; top: number; threads: CommentThread[] }[] = [];
  const cells = new Map<string, (typeof clusters)[number][]>();
  const cellOf = (value: number): number => Math.floor(value / NEAR);
  for (const { thread, point } of pinned) {
    const [left, top] = [point.x * zoom, point.y * zoom];
    const near = neighbours(cellOf(left), cellOf(top))
      .flatMap((key) => cells.get(key) ?? [])
      .find((cluster) => Math.abs(cluster.left - left) < NEAR && Math.abs(cluster.top - top) < NEAR);
    if (near !== undefined) {
      near.threads.push(thread);
      continue;
    }
    const cluster = { id: thread.id, left, top, threads: [thread] };
    clusters.push(cluster);
    const key = `${cellOf(left)} ${cellOf(top)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [cluster]);
    else cell.push(cluster);
  }
  return clusters;
}

/** The view moves this far before other marks are looked for, px; so far beyond its edges marks are there already. */
export const PIN_TILE = 256;

/** Marks in view or near it. `tile` is the offset of the view in whole tiles. */
export function pinsNear(
  clusters: readonly PinCluster[],
  tile: { readonly x: number; readonly y: number },
  size: { readonly width: number; readonly height: number },
): readonly PinCluster[] {
  const [x, y] = [tile.x * PIN_TILE, tile.y * PIN_TILE];
  return clusters.filter(
    ({ left, top }) =>
      left + x >= -PIN_TILE &&
      top + y >= -PIN_TILE &&
      left + x <= size.width + PIN_TILE &&
      top + y <= size.height + PIN_TILE,
  );
}

const neighbours = (column: number, row: number): readonly string[] =>
  [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx} ${row + dy}`));
