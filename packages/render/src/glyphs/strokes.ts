/** Path data of the round and square parts that glyphs are made of. */

/** A circle as path data. */
export const circle = (x: number, y: number, radius: number): string => ellipse(x, y, radius, radius);

/** An ellipse as path data. */
export const ellipse = (x: number, y: number, rx: number, ry: number): string =>
  `M${tidy(x - rx)} ${y}a${rx} ${ry} 0 1 0 ${tidy(2 * rx)} 0a${rx} ${ry} 0 1 0 ${tidy(-2 * rx)} 0z`;

/** Position, size and corner radius of a rectangle. */
type Rectangle = readonly [x: number, y: number, width: number, height: number, radius: number];

/** A rectangle with round corners as path data. */
export function rectangle(...[x, y, width, height, radius]: Rectangle): string {
  const across = tidy(width - 2 * radius);
  const down = tidy(height - 2 * radius);
  const corner = (dx: number, dy: number): string => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return (
    `M${tidy(x + radius)} ${y}h${across}${corner(radius, radius)}v${down}${corner(-radius, radius)}` +
    `h${-across}${corner(-radius, -radius)}v${-down}${corner(radius, -radius)}z`
  );
}

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Math.round(value * 100) / 100;
