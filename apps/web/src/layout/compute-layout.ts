/** The part of automatic layout that is fetched when somebody first asks for it, and the worker with the engine. */
import { createLayoutEngine, layOut, type Layout, type LayoutScope } from '@strideboard/layout';
import type { DiagramId, ElementId, Flow, Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { createScene, type Scene } from '@strideboard/render';
import engineUrl from 'elkjs/lib/elk-worker.min.js?url';

/** What to compute. */
export interface LayoutTask {
  readonly model: Model;
  readonly diagram: DiagramId | null;
  readonly scope: LayoutScope;
  readonly isFixed: (id: ElementId) => boolean;
  readonly pack: PackIndex;
  readonly startWorker: (url: string) => Worker;
  /** Aborted when the person had enough: the worker is ended. */
  readonly signal: AbortSignal;
}

/** Computes a layout in a worker of its own. Rejects when it was aborted, or the worker cannot be loaded or breaks. */
export async function computeLayout(task: LayoutTask): Promise<Layout> {
  const { model, diagram, scope, isFixed, pack, startWorker, signal } = task;
  signal.throwIfAborted();
  const worker = startWorker(engineUrl);
  const engine = createLayoutEngine({
    send: (message) => worker.postMessage(message),
    listen: (hear) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) => hear(data);
    },
  });
  worker.onerror = ({ message }) => engine.stop(new Error(`computeLayout: ${message}`));
  const abort = (): void => engine.stop(new DOMException('computeLayout: ended', 'AbortError'));
  signal.addEventListener('abort', abort);
  const shown = createScene(model, pack, { diagram });
  const onDiagram = new Set(shown.elements.map(({ id }) => id));
  const isOnDiagram = ({ id, parent }: Model['elements'][number]): boolean =>
    onDiagram.has(id) || (parent !== null && onDiagram.has(parent));
  const elements = model.elements.filter((element) => {
    // What a collapsed boundary hides belongs to it.
    const isThere = isOnDiagram(element);
    if (isThere) onDiagram.add(element.id);
    return isThere;
  });
  try {
    return await layOut({
      elements,
      flows: model.flows,
      isFixed,
      scope,
      engine,
      labelSize: (flow) => sizeOfLabel(shown, flow),
      draw: (placed, flows) => {
        const scene = createScene({ ...model, elements: placed, flows }, pack, { diagram });
        return new Map(scene.flows.map(({ id, points, label }) => [id, { points, label: label?.box ?? null }]));
      },
    });
  } finally {
    signal.removeEventListener('abort', abort);
    worker.terminate();
  }
}

function sizeOfLabel(scene: Scene, { id }: Flow): { readonly width: number; readonly height: number } | null {
  const box = scene.flowById.get(id)?.label?.box;
  return box === undefined ? null : { width: box.width, height: box.height };
}
