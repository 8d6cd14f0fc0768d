/** A glyph as a screen shows it: how much ink each pixel gets. Knows as much of SVG paths as our glyphs use. */

/** Stroke and grid of all glyphs, units. */
const STROKE = 1.6;
const GRID = 24;
/** Pieces that a curve is cut into. */
const STEPS = 16;

type Point = readonly [x: number, y: number];
type Line = readonly [from: Point, to: Point];

/** Ink from 0 to 1 for each of `size` × `size` pixels, row by row, of the whole grid or another square part of it. */
export function rasteriseGlyph(path: string, size: number, { from, to } = { from: 0, to: GRID }): readonly number[] {
  const lines = linesOf(path);
  const pixel = (to - from) / size;
  return Array.from({ length: size * size }, (_, at) => {
    const centre: Point = [from + ((at % size) + 0.5) * pixel, from + (Math.floor(at / size) + 0.5) * pixel];
    const distance = Math.min(...lines.map((line) => distanceTo(line, centre)));
    return Math.max(0, Math.min(1, (STROKE / 2 - distance) / pixel + 0.5));
  });
}

/** How different two pictures of one size are: 0 for the same, 1 for no ink in common; the best match within one pixel of shift counts. */
export function difference(one: readonly number[], other: readonly number[], size: number): number {
  const total = [...one, ...other].reduce((sum, ink) => sum + ink, 0);
  const shifts = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));
  const apart = shifts.map(([dx, dy]) => {
    let common = 0;
    one.forEach((ink, at) => {
      const [x, y] = [(at % size) + dx, Math.floor(at / size) + dy];
      if (x >= 0 && y >= 0 && x < size && y < size) common += Math.min(ink, other[y * size + x] ?? 0);
    });
    return 1 - (2 * common) / total;
  });
  return Math.min(...apart);
}

function distanceTo([[ax, ay], [bx, by]]: Line, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

/** The path as straight pieces. */
function linesOf(path: string): readonly Line[] {
  const lines: Line[] = [];
  const corner: Point = [0, 0];
  let [at, start, handle]: [Point, Point, Point] = [corner, corner, corner];
  const go = (to: Point): void => {
    lines.push([at, to]);
    at = to;
  };
  for (const { command, numbers } of commandsOf(path)) {
    const isRelative = command === command.toLowerCase();
    const [ox, oy] = isRelative ? at : [0, 0];
    const point = (n: number): Point => [(numbers[n] ?? 0) + ox, (numbers[n + 1] ?? 0) + oy];
    const letter = command.toUpperCase();
    if (letter === 'M') {
      at = point(0);
      start = at;
    } else if (letter === 'L') go(point(0));
    else if (letter === 'H') go([(numbers[0] ?? 0) + ox, at[1]]);
    else if (letter === 'V') go([at[0], (numbers[0] ?? 0) + oy]);
    else if (letter === 'Z') go(start);
    else if (letter === 'A') {
      const [rx = 0, ry = 0, , large = 0, sweep = 0] = numbers;
      for (const step of arc({ from: at, to: point(5), rx, ry, large: large === 1, sweep: sweep === 1 })) go(step);
    } else {
      const first: Point = letter === 'S' ? [2 * at[0] - handle[0], 2 * at[1] - handle[1]] : point(0);
      const rest = letter === 'S' ? 0 : 2;
      const curve: Curve = [at, first, point(rest), point(rest + 2)];
      for (let step = 1; step <= STEPS; step++) go(onCurve(curve, step / STEPS));
      handle = curve[2];
      continue;
    }
    handle = at;
  }
  return lines;
}

const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, A: 7, Z: 0 };

/** Commands one by one; further numbers repeat a command, after a move as lines. The flags of an arc may stand without a space. */
function commandsOf(path: string): readonly { readonly command: string; readonly numbers: readonly number[] }[] {
  return [...path.matchAll(/([a-z])([^a-z]*)/giu)].flatMap(([, command = '', text = '']) => {
    const isArc = command.toUpperCase() === 'A';
    const numbers: number[] = [];
    let rest = text;
    while (rest.trim() !== '') {
      const isFlag = isArc && (numbers.length % 7 === 3 || numbers.length % 7 === 4);
      const [all = '', number = ''] = /^[\s,]*(-?(?:\d+\.?\d*|\.\d+))/u.exec(rest) ?? [];
      if (all === '') throw new Error(`rasterise-glyph: “${rest}” is no number`);
      const taken = isFlag ? number.slice(0, 1) : number;
      numbers.push(Number(taken));
      rest = rest.slice(all.length - number.length + taken.length);
    }
    const takes = TAKES[command.toUpperCase()] ?? 0;
    if (takes === 0) return [{ command, numbers }];
    return Array.from({ length: numbers.length / takes }, (_, at) => ({
      command: at > 0 && command === 'M' ? 'L' : at > 0 && command === 'm' ? 'l' : command,
      numbers: numbers.slice(at * takes, (at + 1) * takes),
    }));
  });
}

type Curve = readonly [Point, Point, Point, Point];

function onCurve([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const mix = (axis: 0 | 1): number =>
    s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis];
  return [mix(0), mix(1)];
}

interface Arc {
  readonly from: Point;
  readonly to: Point;
  readonly rx: number;
  readonly ry: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** Points of an arc that is not turned: SVG 1.1, F.6.5, on a grid on which the ellipse is a circle of radius 1. */
function arc({ from, to, rx, ry, large, sweep }: Arc): readonly Point[] {
  const [ax, ay, bx, by] = [from[0] / rx, from[1] / ry, to[0] / rx, to[1] / ry];
  const half = Math.hypot(bx - ax, by - ay) / 2;
  const radius = Math.max(1, half);
  const off = Math.sqrt(Math.max(0, radius * radius - half * half)) * (large === sweep ? -1 : 1);
  const [ux, uy] = half === 0 ? [0, 0] : [(bx - ax) / (2 * half), (by - ay) / (2 * half)];
  const [cx, cy] = [(ax + bx) / 2 - uy * off, (ay + by) / 2 + ux * off];
  const begin = Math.atan2(ay - cy, ax - cx);
  let turn = Math.atan2(by - cy, bx - cx) - begin;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  return Array.from({ length: STEPS }, (_, at): Point => {
    const angle = begin + (turn * (at + 1)) / STEPS;
    return [(cx + radius * Math.cos(angle)) * rx, (cy + radius * Math.sin(angle)) * ry];
  });
}
