/** Keeps the trails of everybody's laser pointers and draws them while something moves. Lives as long as the board is open. */
import type { CanvasPoint } from '@strideboard/model';
import { shownDiagram } from '../room/current-diagram.ts';
import { readDiagramMode } from '../room/peer-diagrams.ts';
import type { Room } from '../room/room.ts';
import type { SessionStore } from '../session/session-store.ts';
import { drawLasers, type LaserLook } from './draw-lasers.ts';
import { createLaserTrails } from './laser-trails.ts';

const ME = 'me';

/** The view of one board. */
export interface LaserView {
  /** Draws on a canvas element from now on; returns the way to stop. */
  attach(canvas: HTMLCanvasElement): () => void;
  /** My pointer is here, canvas px. */
  point(at: Pick<CanvasPoint, 'x' | 'y'>): void;
  /** My pointer is off. */
  off(): void;
}

/** Draws nothing before it is attached. */
export function createLaserView(
  room: Pick<Room, 'peers' | 'presence' | 'document' | 'connection'>,
  session: SessionStore,
): LaserView {
  const trails = createLaserTrails();
  const looks = new Map<string, LaserLook>();
  let canvas: HTMLCanvasElement | null = null;
  let frame = 0;
  const soon = (): void => {
    if (frame === 0 && canvas !== null) frame = requestAnimationFrame(draw);
  };
  function draw(): void {
    frame = 0;
    if (canvas === null) return;
    const now = performance.now();
    const visible = trails.visible(now);
    canvas.dataset['lasers'] = visible.map(({ id }) => id).join(' ');
    canvas.hidden = visible.length === 0;
    if (canvas.hidden) return;
    const { viewport, canvasSize } = session.getState();
    fit(canvas, canvasSize);
    const context = canvas.getContext('2d');
    if (context === null) return;
    const style = getComputedStyle(canvas);
    const mine = { name: '', colour: room.connection.state().colour ?? style.color };
    drawLasers(context, {
      ...{ viewport, trails: visible, now },
      isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
      lookOf: (id) => (id === ME ? mine : looks.get(id)),
      halo: style.getPropertyValue('--surface'),
      font: `600 11px ${style.fontFamily}`,
    });
    if (trails.isMoving(now)) soon();
  }
  const look = (): void => {
    const { diagrams } = room.document.model();
    const here = shownDiagram(diagrams, session.getState().diagram);
    const now = performance.now();
    const on = new Set<string>();
    for (const { client, name, colour, presence } of room.peers.list()) {
      if (presence.laser === null || shownDiagram(diagrams, readDiagramMode(presence.mode)) !== here) continue;
      const id = String(client);
      on.add(id);
      looks.set(id, { name, colour });
      trails.point(id, { ...presence.laser, at: now });
    }
    if (looks.size === 0) return;
    for (const id of looks.keys()) if (!on.has(id)) trails.end(id);
    const seen = new Set(trails.visible(now).map(({ id }) => id));
    for (const id of looks.keys()) if (!seen.has(id)) looks.delete(id);
    soon();
  };
  return {
    attach(element) {
      canvas = element;
      const stops = [
        room.peers.subscribe(look),
        session.subscribe((now, before) => {
          if (now.diagram !== before.diagram) look();
          if (now.viewport !== before.viewport || now.canvasSize !== before.canvasSize) soon();
        }),
      ];
      look();
      return () => {
        for (const stop of stops) stop();
        cancelAnimationFrame(frame);
        [canvas, frame] = [null, 0];
      };
    },
    point({ x, y }) {
      trails.point(ME, { x, y, at: performance.now() });
      room.presence.set({ laser: [Math.round(x), Math.round(y)] });
      soon();
    },
    off() {
      trails.end(ME);
      room.presence.set({ laser: null });
      soon();
    },
  };
}

/** As many dots as the screen has there. */
function fit(canvas: HTMLCanvasElement, size: { readonly width: number; readonly height: number }): void {
  const width = Math.round(size.width * devicePixelRatio);
  const height = Math.round(size.height * devicePixelRatio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
