/** Draws the trails of laser pointers on a canvas element over the diagram. */
import type { Viewport } from '../session/session-store.ts';
import { FADE_MS, type Trail } from './laser-trails.ts';

/** How a person's pointer looks. */
export interface LaserLook {
  readonly name: string;
  readonly colour: string;
}

interface Drawing {
  readonly viewport: Viewport;
  readonly trails: readonly Trail[];
  readonly lookOf: (id: string) => LaserLook | undefined;
  readonly now: number;
  /** Reduced motion: a dot, no trail. */
  readonly isStill: boolean;
  /** Under the line, so that it is seen on any ground. */
  readonly halo: string;
  readonly font: string;
}

const WIDTH_PX = 4;
const DOT_PX = 6;
const NAME_PX = 140;

/** Clears and draws; sizes are of the screen, whatever the zoom. */
export function drawLasers(context: CanvasRenderingContext2D, drawing: Drawing): void {
  const { canvas } = context;
  const ratio = devicePixelRatio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineCap = 'round';
  for (const trail of drawing.trails) {
    const look = drawing.lookOf(trail.id);
    if (look !== undefined) drawTrail(context, drawing, { trail, look });
  }
}

function drawTrail(
  context: CanvasRenderingContext2D,
  { viewport, now, isStill, halo, font }: Drawing,
  { trail, look }: { readonly trail: Trail; readonly look: LaserLook },
): void {
  const places = trail.points.map(({ x, y, at }) => ({
    x: x * viewport.zoom + viewport.x,
    y: y * viewport.zoom + viewport.y,
    strength: Math.max(0, 1 - (now - at) / FADE_MS),
  }));
  if (!isStill)
    for (const [at, to] of places.entries()) {
      const from = places[at - 1];
      if (from === undefined) continue;
      for (const [width, colour] of [
        [WIDTH_PX + 3, halo],
        [WIDTH_PX, look.colour],
      ] as const) {
        context.globalAlpha = to.strength;
        context.lineWidth = width;
        context.strokeStyle = colour;
        context.beginPath();
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
        context.stroke();
      }
    }
  const head = places.at(-1);
  context.globalAlpha = 1;
  if (head === undefined || !trail.isOn) return;
  context.beginPath();
  context.arc(head.x, head.y, DOT_PX, 0, 2 * Math.PI);
  context.fillStyle = look.colour;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = halo;
  context.stroke();
  if (look.name === '') return;
  context.font = font;
  const name = shortened(context, look.name);
  const width = context.measureText(name).width;
  context.fillStyle = look.colour;
  context.beginPath();
  context.roundRect(head.x + 10, head.y + 8, width + 14, 19, 8);
  context.fill();
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(name, head.x + 17, head.y + 18);
}

/** A long name is cut; the list of people has all of it. */
function shortened(context: CanvasRenderingContext2D, name: string): string {
  const signs = Array.from(name).slice(0, 60);
  if (context.measureText(signs.join('')).width <= NAME_PX) return signs.join('');
  while (signs.length > 1 && context.measureText(`${signs.join('')}…`).width > NAME_PX) signs.pop();
  return `${signs.join('')}…`;
}
