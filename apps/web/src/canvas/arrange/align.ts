/** Aligning and distributing boxes: plain geometry, absolute canvas px. */
import type { Box, CanvasPoint } from '@strideboard/model';

/** The six alignments. */
export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
/** One of {@link ALIGNMENTS}. */
export type Alignment = (typeof ALIGNMENTS)[number];

/** New top-left corners that line boxes up on an edge or a middle of all of them together. Those that stay are not named. */
export function align<Id>(boxes: ReadonlyMap<Id, Box>, to: Alignment): ReadonlyMap<Id, CanvasPoint> {
  const all = [...boxes.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const place = ({ x, y, width, height }: Box): CanvasPoint => {
    switch (to) {
      case 'left':
        return { x: left, y };
      case 'centre':
        return { x: Math.round((left + right - width) / 2), y };
      case 'right':
        return { x: right - width, y };
      case 'top':
        return { x, y: top };
      case 'middle':
        return { x, y: Math.round((top + bottom - height) / 2) };
      case 'bottom':
        return { x, y: bottom - height };
    }
  };
  return moved(boxes, place);
}

/** New top-left corners that leave equal gaps between boxes; the outermost stay. Boxes wider than the room overlap evenly. */
export function distribute<Id>(boxes: ReadonlyMap<Id, Box>, along: 'across' | 'down'): ReadonlyMap<Id, CanvasPoint> {
  const isAcross = along === 'across';
  const start = (box: Box): number => (isAcross ? box.x : box.y);
  const length = (box: Box): number => (isAcross ? box.width : box.height);
  const order = [...boxes].sort(([, a], [, b]) => start(a) - start(b) || start(a) + length(a) - (start(b) + length(b)));
  const [first, last] = [order[0]?.[1], order.at(-1)?.[1]];
  if (first === undefined || last === undefined || order.length < 3) return new Map();
  const inner = order.slice(1, -1);
  const room = start(last) - (start(first) + length(first));
  const gap = (room - inner.reduce((sum, [, box]) => sum + length(box), 0)) / (order.length - 1);
  let at = start(first) + length(first) + gap;
  const places = new Map<Id, number>();
  for (const [id, box] of inner) {
    places.set(id, Math.round(at));
    at += length(box) + gap;
  }
  return moved(boxes, (box, id) => {
    const to = places.get(id) ?? start(box);
    return isAcross ? { x: to, y: box.y } : { x: box.x, y: to };
  });
}

function moved<Id>(
  boxes: ReadonlyMap<Id, Box>,
  place: (box: Box, id: Id) => CanvasPoint,
): ReadonlyMap<Id, CanvasPoint> {
  return new Map(
    [...boxes].flatMap(([id, box]): [Id, CanvasPoint][] => {
      const to = place(box, id);
      return to.x === box.x && to.y === box.y ? [] : [[id, to]];
    }),
  );
}
