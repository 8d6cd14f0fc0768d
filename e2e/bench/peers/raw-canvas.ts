/** The crowd on a raw canvas: everything drawn again for every frame, boxes, names and straight lines, nothing else. What a browser can do at best. */
import type { Crowd } from '../../support/crowd.ts';

const crowd = (globalThis as unknown as { crowd: Crowd }).crowd; // put there by the bench

const canvas = document.createElement('canvas');
canvas.width = innerWidth;
canvas.height = innerHeight;
canvas.style.cssText = 'position:fixed;inset:0';
document.body.append(canvas);
const pen = canvas.getContext('2d');
if (pen === null) throw new Error('raw-canvas: no canvas');
const all = [...crowd.boundaries, ...crowd.members];
const right = Math.max(...all.map(({ x, width }) => x + width));
const bottom = Math.max(...all.map(({ y, height }) => y + height));
const places = new Map(crowd.members.map(({ id, x, y }) => [id, { x: x + 80, y: y + 30 }]));
const view = { x: 0, y: 0, zoom: Math.min(1, innerWidth / right, innerHeight / bottom) };
Object.assign(globalThis, { peerView: view });

function draw(on: CanvasRenderingContext2D): void {
  on.setTransform(1, 0, 0, 1, 0, 0);
  on.clearRect(0, 0, canvas.width, canvas.height);
  on.setTransform(view.zoom, 0, 0, view.zoom, view.x, view.y);
  on.strokeStyle = '#8a4fbf';
  for (const { x, y, width, height } of crowd.boundaries) on.strokeRect(x, y, width, height);
  on.strokeStyle = '#4a5568';
  on.beginPath();
  for (const { source, target } of crowd.flows) {
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined) continue;
    on.moveTo(from.x, from.y);
    on.lineTo(to.x, to.y);
  }
  on.stroke();
  on.font = '600 13px sans-serif';
  for (const { x, y, width, height, label } of crowd.members) {
    on.fillStyle = '#ffffff';
    on.fillRect(x, y, width, height);
    on.strokeRect(x, y, width, height);
    on.fillStyle = '#17202e';
    on.fillText(label, x + 20, y + 34);
  }
}

let isWanted = false;
canvas.addEventListener('wheel', (event) => {
  if (event.ctrlKey) {
    const factor = Math.exp(-event.deltaY * 0.01);
    view.x = event.clientX - (event.clientX - view.x) * factor;
    view.y = event.clientY - (event.clientY - view.y) * factor;
    view.zoom *= factor;
  } else {
    view.x -= event.deltaX;
    view.y -= event.deltaY;
  }
  if (isWanted) return;
  isWanted = true;
  requestAnimationFrame(() => {
    isWanted = false;
    draw(pen);
  });
});
draw(pen);
