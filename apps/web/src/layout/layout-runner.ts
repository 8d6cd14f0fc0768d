/** Runs one automatic layout at a time: computed in a worker, shown gliding, applied as one command; can be given up until then. */
import type { CommandResult, EditingCommands } from '@strideboard/document';
import type { LayoutScope } from '@strideboard/layout';
import type { Element } from '@strideboard/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { elementsOn } from '../room/current-diagram.ts';
import type { Room } from '../room/room.ts';
import type { SceneStore } from '../room/scene-store.ts';
import { persistently } from '../session/lazy-part.ts';
import type { SessionStore } from '../session/session-store.ts';
import { fitLayout, type FittedLayout } from './fit-layout.ts';
import { boxesOnTheWay, glide, GLIDE_LIMIT } from './glide.ts';

/** What the person is told while it runs and when it is over. */
export type LayoutEvent =
  | { readonly kind: 'done'; readonly count: number; readonly cramped: readonly Element[] }
  | { readonly kind: 'cancelled' | 'nothing' | 'failed' | 'offline' };

/** The run of the moment. */
interface LayoutRun {
  /** How many elements are being placed; 0 while nothing runs. */
  readonly count: number;
}

/** Runs layouts. */
export interface LayoutRunner {
  readonly store: StoreApi<LayoutRun>;
  readonly start: (scope: LayoutScope) => void;
  /** Gives up; everything stays as it was. */
  readonly cancel: () => void;
}

/** What a runner works with. */
export interface LayoutRunnerOptions {
  readonly room: Room;
  readonly session: SessionStore;
  readonly scenes: SceneStore;
  readonly editing: EditingCommands;
  readonly startWorker: (url: string) => Worker;
  readonly report: (result: CommandResult) => boolean;
  readonly tell: (event: LayoutEvent) => void;
}

/** What the facilitator locked; for facilitators these are no locks. */
function lockedByFacilitator(room: Room): ReadonlySet<string> {
  const isFacilitator = room.connection.state().role === 'facilitate';
  return new Set(isFacilitator ? [] : room.document.workshop().locks.map(({ id }) => id));
}

/** Why it came to no end: without the network the engine may just not be here yet. */
const reasonOf = ({ aborted }: AbortSignal): 'cancelled' | 'failed' | 'offline' =>
  aborted ? 'cancelled' : navigator.onLine ? 'failed' : 'offline';

const AT_REST: LayoutRun = { count: 0 };

/** Nothing runs at first. */
export function createLayoutRunner(options: LayoutRunnerOptions): LayoutRunner {
  const { room, session, scenes, editing, startWorker, report, tell } = options;
  const store = createStore<LayoutRun>()(() => AT_REST);
  let running: AbortController | null = null;

  async function run(scope: LayoutScope, control: AbortController): Promise<void> {
    const { signal } = control;
    const { document } = room;
    document.flush();
    const before = document.model();
    const { diagram } = session.getState();
    const { computeLayout } = await persistently(() => import('./compute-layout.ts'));
    const locked = lockedByFacilitator(room);
    const layout = await computeLayout({
      ...{ model: before, diagram, scope, pack: room.pack, startWorker, signal },
      isFixed: (id) => locked.has(id),
    });
    const fitted = (): FittedLayout => fitLayout(layout, before, document.model());
    const now = fitted();
    if (now.boxes.size === 0) {
      tell({ kind: 'nothing' });
      return;
    }
    const straight = new Set(now.ways.keys());
    const isCalm = !isWatched() || now.boxes.size > GLIDE_LIMIT;
    const show = (share: number): void => {
      const boxes = boxesOnTheWay(document.model().elements, now.boxes, share);
      scenes.showPending({ layout: { boxes, straight } });
    };
    const isThere = isCalm || (await glide(show, () => signal.aborted, nextFrame));
    signal.throwIfAborted();
    if (!isThere) return;
    const { command } = fitted();
    if (!report(editing.arrange(command))) return;
    document.flush();
    const { elements } = room.index();
    tell({
      kind: 'done',
      count: command.positions.size,
      cramped: layout.cramped.flatMap((id) => elements.get(id) ?? []),
    });
  }

  return {
    store,
    start: (scope) => {
      if (running !== null) return;
      const control = new AbortController();
      running = control;
      store.setState({ count: countOf(room, session, scope) });
      void run(scope, control)
        .catch(() => tell({ kind: reasonOf(control.signal) }))
        .finally(() => {
          running = null;
          scenes.showPending(null);
          store.setState(AT_REST);
        });
    },
    cancel: () => running?.abort(),
  };
}

/** Whether motion is wanted and can be seen; a page in the background has no frames to wait for. */
const isWatched = (): boolean => !document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches;

const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** About how many elements a scope holds. */
function countOf(room: Room, session: SessionStore, scope: LayoutScope): number {
  if (scope.kind === 'selection') return scope.ids.length;
  const { elements, diagrams } = room.document.model();
  const shown = elementsOn({ elements, diagrams }, session.getState().diagram);
  if (scope.kind === 'all') return shown.length;
  return shown.filter(({ parent }) => parent === scope.id).length;
}
