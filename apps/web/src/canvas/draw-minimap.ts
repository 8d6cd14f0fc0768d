/** Draws a scene as blocks and lines on a small canvas. */
import { BOUNDARY_COLOURS, type BoundaryColour, type Scene } from '@strideboard/render';
import type { MinimapFrame } from './minimap-frame.ts';
import type { ScreenSize } from './view/viewport.ts';

/** CSS colours of a minimap. */
export interface MinimapColours {
  readonly element: string;
  readonly flow: string;
  readonly boundaries: Readonly<Record<BoundaryColour, string>>;
}

/** The colours at an element under a theme, which is in force on the page already. */
export function readMinimapColours(element: HTMLElement, _theme: string): MinimapColours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const boundaries = Object.fromEntries(BOUNDARY_COLOURS.map((name) => [name, read(`--boundary-${name}`)]));
  return {
    element: read('--ink-3'),
    flow: read('--outline'),
    boundaries: boundaries as MinimapColours['boundaries'], // one entry for each name of the list
  };
}

interface MinimapDrawing {
  readonly scene: Scene;
  readonly frame: MinimapFrame;
  readonly size: ScreenSize;
  readonly colours: MinimapColours;
}

/** Replaces what is on the canvas. */
export function drawMinimap(canvas: HTMLCanvasElement, { scene, frame, size, colours }: MinimapDrawing): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const { scale, x: left, y: top } = frame;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.lineWidth = 1;
  pen.strokeStyle = colours.flow;
  pen.globalAlpha = 0.6;
  pen.beginPath();
  for (const { points } of scene.flows) {
    points.forEach(({ x, y }, at) => {
      if (at === 0) pen.moveTo(x * scale + left, y * scale + top);
      else pen.lineTo(x * scale + left, y * scale + top);
    });
  }
  pen.stroke();
  pen.globalAlpha = 1;
  for (const { box, boundary, shape } of scene.elements) {
    const [x, y, width, height] = [box.x * scale + left, box.y * scale + top, box.width * scale, box.height * scale];
    pen.beginPath();
    if (boundary !== null) {
      pen.setLineDash(boundary.style === 'machine' ? [] : [2, 2]);
      pen.strokeStyle = colours.boundaries[boundary.colour];
      pen.roundRect(x, y, width, height, 3);
      pen.stroke();
      continue;
    }
    pen.fillStyle = colours.element;
    pen.roundRect(x, y, Math.max(2, width), Math.max(2, height), shape === 'pill' ? height / 2 : 1);
    pen.fill();
  }
}
