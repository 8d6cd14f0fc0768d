/** Where the field for a name goes, canvas px. */
import type { Box, CanvasPoint } from '@strideboard/model';
import { measureText, pointAlong, type SceneItem } from '@strideboard/render';

/** The box of the field and how it is dressed. */
export interface EditorPlace {
  readonly box: Box;
  readonly look: 'element' | 'note' | 'boundary' | 'flow';
}

const LINE = 18;
const PADDING = 8;

/** Elements are named inside, boundaries on their line, flows on their label or the middle of their line. Grows with the text. */
export function editorPlace(item: SceneItem, text: string): EditorPlace {
  const lines = text.split('\n');
  const widest = Math.max(...lines.map((line) => measureText(line === '' ? ' ' : line, { size: 13, weight: 600 })));
  const width = (least: number): number => Math.max(least, Math.ceil(widest) + 2 * PADDING + 4);
  const height = lines.length * LINE + 6;
  if (item.item === 'flow') {
    const middle = item.label === null ? pointAlong(item.points, 0.5).point : centre(item.label.box);
    return { look: 'flow', box: around(middle, width(120), height) };
  }
  const { box, boundary, kind } = item;
  if (boundary !== null) {
    const x = boundary.tag?.box.x ?? box.x + 14;
    return { look: 'boundary', box: { x, y: box.y - height / 2, width: width(150), height } };
  }
  if (kind === 'note') return { look: 'note', box: { ...box, height: Math.max(box.height, height + 12) } };
  return {
    look: 'element',
    box: around(centre(box), Math.max(width(0), box.width - 2 * PADDING), Math.max(28, height)),
  };
}

const centre = ({ x, y, width, height }: Box): CanvasPoint => ({ x: x + width / 2, y: y + height / 2 });

const around = ({ x, y }: CanvasPoint, width: number, height: number): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});
