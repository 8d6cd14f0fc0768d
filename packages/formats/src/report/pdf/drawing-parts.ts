/**
 * A diagram or an attack tree as parts of a page: the very drawing that goes into SVG files, read back element by element, so that both show the same. Only what
 * our own drawings consist of is understood; anything else throws.
 */

import { renderSvg, renderTree, themes } from '@strideboard/render';
import svgpath from 'svgpath';
import { readXml } from '../../tmt/xml/read-xml.ts';
import type { XmlElement } from '../../tmt/xml/xml-element.ts';
import type { Drawing, TreeDrawing } from '../report-document.ts';
import type { Letters } from './letters.ts';
import type { PagePart, PathLook, Segment } from './page-parts.ts';

/** A drawing in its own px, to be placed on a page. */
export interface DrawnParts {
  readonly width: number;
  readonly height: number;
  /** The parts with the upper left corner at `x`, `y`, `scale` pt a px. */
  readonly at: (x: number, y: number, scale: number) => readonly PagePart[];
  /** From px of the canvas to the page. */
  readonly point: (canvas: Point, x: number, y: number, scale: number) => Point;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws the diagram. */
export const drawParts = ({ scene, badges, legend, title }: Drawing, letters: Letters): DrawnParts =>
  partsOf(renderSvg(scene, { theme: 'light', ground: '#ffffff', padding: 8, badges, legend }), title, letters);

/** Draws the attack tree. */
export const drawTree = ({ tree, title }: TreeDrawing, letters: Letters): DrawnParts =>
  partsOf(renderTree(tree, { theme: { ...themes.light, ground: '#ffffff' }, title }), title, letters);

function partsOf(svg: string, title: string, letters: Letters): DrawnParts {
  const read = readXml(svg);
  if (!read.ok) throw new Error(`drawParts: the drawing is no XML: ${read.problem.code}`);
  const [left = 0, top = 0, width = 1, height = 1] = (read.root.attributes.get('viewBox') ?? '').split(' ').map(Number);
  return {
    width,
    height,
    at: (x, y, scale) => {
      const start: Pen = { matrix: [scale, 0, 0, scale, x - left * scale, y - top * scale], opacity: 1 };
      const parts: PagePart[] = [];
      for (const child of read.root.children) draw(child, start, { parts, letters, title });
      return parts;
    },
    point: (canvas, x, y, scale) => ({ x: x + (canvas.x - left) * scale, y: y + (canvas.y - top) * scale }),
  };
}

type Matrix = readonly [number, number, number, number, number, number];

interface Pen {
  readonly matrix: Matrix;
  readonly opacity: number;
}

interface Sheet {
  readonly parts: PagePart[];
  readonly letters: Letters;
  readonly title: string;
}

function draw(element: XmlElement, pen: Pen, sheet: Sheet): void {
  const { name, attributes, children } = element;
  const inner: Pen = {
    matrix: transformed(pen.matrix, attributes.get('transform') ?? ''),
    opacity: pen.opacity * numberAt(attributes, 'opacity', 1),
  };
  switch (name) {
    case 'g':
      for (const child of children) draw(child, inner, sheet);
      return;
    case 'title':
    case 'desc':
      return;
    case 'text':
      drawText(element, inner, sheet);
      return;
    case 'path':
    case 'rect':
    case 'circle': {
      const d =
        name === 'path' ? (attributes.get('d') ?? '') : name === 'rect' ? rectPath(attributes) : circlePath(attributes);
      const look = lookOf(attributes, inner);
      if (d !== '' && (look.fill !== null || look.stroke !== null)) {
        sheet.parts.push({ kind: 'path', segments: segmentsOf(d, inner.matrix), look });
      }
      return;
    }
    default:
      throw new Error(`drawParts: no way to draw <${name}>`);
  }
}

function drawText({ attributes, text }: XmlElement, { matrix, opacity }: Pen, { parts, letters, title }: Sheet): void {
  const [a, b, c, d, e, f] = matrix;
  const [x, y] = [numberAt(attributes, 'x', 0), numberAt(attributes, 'y', 0)];
  const shown = letters.shown(text, title).replaceAll('\n', ' ');
  if (shown === '') return;
  parts.push({
    kind: 'text',
    text: shown,
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    size: numberAt(attributes, 'font-size', 12) * a,
    weight: attributes.get('font-weight') === '600' ? 600 : 400,
    colour: opacity < 1 ? faded(attributes.get('fill') ?? '#000000', opacity) : (attributes.get('fill') ?? '#000000'),
  });
}

/** A colour on white as if it were that opaque: text stays text without a graphics state of its own. */
function faded(colour: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(255 - (255 - part) * opacity)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function lookOf(attributes: XmlElement['attributes'], { matrix, opacity }: Pen): PathLook {
  const colour = (name: string, otherwise: string | null): string | null => {
    const value = attributes.get(name) ?? otherwise;
    return value === 'none' ? null : value;
  };
  const scale = Math.hypot(matrix[0], matrix[1]);
  const stroke = colour('stroke', null);
  return {
    fill: colour('fill', stroke === null ? '#000000' : null),
    stroke,
    strokeWidth: numberAt(attributes, 'stroke-width', 1) * scale,
    dashes: (attributes.get('stroke-dasharray') ?? '')
      .split(/[ ,]+/u)
      .filter(Boolean)
      .map((part) => Number(part) * scale),
    round: attributes.get('stroke-linecap') === 'round',
    opacity: opacity * numberAt(attributes, 'fill-opacity', 1),
  };
}

/** Moves along `translate`, `scale` and `rotate`, as our drawings use them. */
function transformed(matrix: Matrix, transform: string): Matrix {
  let [a, b, c, d, e, f] = matrix;
  for (const [, name = '', values = ''] of transform.matchAll(/([a-z]+)\(([^)]*)\)/gu)) {
    const [x = 0, y] = values.split(/[ ,]+/u).map(Number);
    if (name === 'translate') [e, f] = [a * x + c * (y ?? 0) + e, b * x + d * (y ?? 0) + f];
    else if (name === 'scale') [a, b, c, d] = [a * x, b * x, c * (y ?? x), d * (y ?? x)];
    else if (name === 'rotate') {
      const [sin, cos] = [Math.sin((x * Math.PI) / 180), Math.cos((x * Math.PI) / 180)];
      [a, b, c, d] = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin];
    } else throw new Error(`drawParts: no way to ${name}`);
  }
  return [a, b, c, d, e, f];
}

function segmentsOf(d: string, matrix: Matrix): readonly Segment[] {
  const segments: Segment[] = [];
  let [x, y] = [0, 0];
  svgpath(d)
    .abs()
    .unarc()
    .unshort()
    .matrix([...matrix])
    .iterate(([name, ...numbers]: readonly [string, ...number[]]) => {
      const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = numbers;
      if (name === 'M' || name === 'L') [x, y] = [p, q];
      else if (name === 'H') x = p;
      else if (name === 'V') y = p;
      else if (name === 'C') [x, y] = [t, u];
      if (name === 'Z' || name === 'z') segments.push(['Z']);
      else if (name === 'C') segments.push(['C', p, q, r, s, t, u]);
      else if (name === 'Q') {
        segments.push([
          'C',
          x + (2 / 3) * (p - x),
          y + (2 / 3) * (q - y),
          r + (2 / 3) * (p - r),
          s + (2 / 3) * (q - s),
          r,
          s,
        ]);
        [x, y] = [r, s];
      } else segments.push([name === 'M' ? 'M' : 'L', x, y]);
    });
  return segments;
}

function rectPath(attributes: XmlElement['attributes']): string {
  const [x, y] = [numberAt(attributes, 'x', 0), numberAt(attributes, 'y', 0)];
  const [width, height] = [numberAt(attributes, 'width', 0), numberAt(attributes, 'height', 0)];
  const r = Math.min(numberAt(attributes, 'rx', 0), width / 2, height / 2);
  if (r <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`;
}

function circlePath(attributes: XmlElement['attributes']): string {
  const [x, y, r] = [numberAt(attributes, 'cx', 0), numberAt(attributes, 'cy', 0), numberAt(attributes, 'r', 0)];
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

function numberAt(attributes: XmlElement['attributes'], name: string, otherwise: number): number {
  const value = attributes.get(name);
  return value === undefined ? otherwise : Number(value);
}

/** Colours of the report on paper. */
export const paper = themes.light;
