/** How large a name may grow when the whole diagram is looked at from afar. */
import { measureText, type SceneElement } from '@strideboard/render';

/** Tried from the largest; 1 is what it is from near. */
const FACTORS = [2.5, 2.25, 2, 1.75, 1.5, 1.25];
/** As the style sheet has it: room at the sides and above and below, px, and the height of a line in units of its size. */
const ROOM = { x: 12, pill: 24, y: 8, line: 1.15 };

/** The largest factor at which the whole name still fits into its element, icon and kind left away. */
export function farGrowth({ title: { size, weight, lines }, box, shape }: SceneElement): number {
  if (shape === 'note') return 1;
  const name = lines.map(({ text }) => text).join(' ');
  // Where a browser may break a line.
  const pieces = name.split(/(?<=-)|(?= )/u).map((piece) => measureText(piece, { size, weight }));
  const width = box.width - (shape === 'pill' ? ROOM.pill : ROOM.x);
  const height = box.height - ROOM.y;
  return (
    FACTORS.find((factor) => {
      const count = lineCount(pieces, width / factor);
      return count !== null && count * size * factor * ROOM.line <= height;
    }) ?? 1
  );
}

/** Lines that pieces take in a width; `null` when one of them is wider. */
function lineCount(pieces: readonly number[], width: number): number | null {
  let [count, used] = [1, 0];
  for (const piece of pieces) {
    if (piece > width) return null;
    if (used + piece > width) [count, used] = [count + 1, 0];
    used += piece;
  }
  return count;
}
