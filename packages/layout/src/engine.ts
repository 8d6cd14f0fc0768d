/**
 * Speaking with the Eclipse Layout Kernel (elkjs), which places the nodes of one graph. Its code, half a megabyte, stays one file of its own
 * as its makers publish it; whoever lays out starts that file in a worker, so that it is fetched on demand and can be ended at any moment.
 */

import type { ElkNode } from 'elkjs/lib/elk-api.js';

/** The way to the started code of the engine: a worker of the browser, or what the file exports outside browsers. */
export interface EngineLine {
  readonly send: (message: object) => void;
  /** Hands over what the engine sends. Called once. */
  readonly listen: (hear: (data: unknown) => void) => void;
}

/** The engine found no layout for one graph; others may still work. */
export class EngineGaveUp extends Error {}

/** Places the nodes of graphs, one graph after another. */
export interface LayoutEngine {
  /** The graph with places filled in. Rejects with {@link EngineGaveUp} when it cannot be laid out, otherwise when the engine broke or was ended. */
  readonly run: (graph: ElkNode) => Promise<ElkNode>;
  /** Rejects all runs that are not over: the worker broke, or the person had enough. */
  readonly stop: (reason: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly data?: ElkNode;
  readonly error?: unknown;
}

interface Waiting {
  readonly done: (graph: ElkNode) => void;
  readonly failed: (reason: Error) => void;
}

/** Speaks over a line; what is at its other end stays the caller's: to watch for failure and to end. */
export function createLayoutEngine({ send, listen }: EngineLine): LayoutEngine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let stopped: Error | null = null;
  listen((data) => {
    const { id, data: graph, error } = data as Answer; // the protocol of the library's own worker
    const run = waiting.get(id);
    waiting.delete(id);
    if (graph !== undefined) run?.done(graph);
    else run?.failed(new EngineGaveUp(`createLayoutEngine: ${textOf(error)}`));
  });
  send({ id: 0, cmd: 'register', algorithms: ['layered'] });
  return {
    run: (graph) =>
      new Promise((done, failed) => {
        if (stopped !== null) {
          failed(stopped);
          return;
        }
        lastId += 1;
        waiting.set(lastId, { done, failed });
        send({ id: lastId, cmd: 'layout', graph });
      }),
    stop: (reason) => {
      stopped = reason;
      for (const { failed } of waiting.values()) failed(reason);
      waiting.clear();
    },
  };
}

const textOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
