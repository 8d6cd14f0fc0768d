/** Elements and boundaries as SVG. */

import { glyphs } from '../glyphs/glyphs.ts';
import type { SceneElement, TextBlock } from '../scene/items.ts';
import type { Theme } from '../theme.ts';
import { type Markup, sequence, tag } from './tag.ts';

/** Opacity of what is out of scope. */
export const OUT_OF_SCOPE = 0.6;
const DASHES = '4 3';
const BOUNDARY_RADIUS = 14;
const FOLD = 12;

/** Area and outline of a boundary; its name comes later, above the flows. */
export function drawBoundary({ box, outline, boundary, outOfScope }: SceneElement, theme: Theme): Markup {
  if (boundary === null) return sequence([]);
  const colour = theme.boundaries[boundary.colour];
  const isTrust = boundary.style === 'trust';
  const look = {
    fill: boundary.closed ? colour : 'none',
    'fill-opacity': boundary.closed ? 0.045 : null,
    stroke: colour,
    'stroke-width': isTrust ? 1.3 : 1,
    'stroke-dasharray': isTrust || outOfScope ? '5 4' : null,
    opacity: outOfScope ? OUT_OF_SCOPE : null,
  };
  return outline === null
    ? tag('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: BOUNDARY_RADIUS, ...look })
    : tag('path', { d: outline, ...look });
}

/** Name of a boundary on its line. */
export function drawBoundaryTag({ boundary, outOfScope }: SceneElement, theme: Theme): Markup {
  const name = boundary?.tag ?? null;
  if (boundary === null || name === null) return sequence([]);
  const { box, line } = name;
  return sequence([
    tag('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 4, fill: theme.ground }),
    tag(
      'text',
      {
        x: line.x,
        y: line.y,
        'font-size': 11,
        'font-weight': 600,
        fill: theme.boundaries[boundary.colour],
        opacity: outOfScope ? OUT_OF_SCOPE : null,
      },
      [line.text],
    ),
  ]);
}

/** Shape, icon and text of a process, store, external entity or note. */
export function drawNode(element: SceneElement, theme: Theme): Markup {
  const { box, glyph, title, subtitle, outOfScope } = element;
  const content: Markup[] = [];
  if (glyph !== null) {
    content.push(
      tag('path', {
        transform: `translate(${glyph.x} ${glyph.y}) scale(${glyph.size / 24})`,
        d: glyphs[glyph.name] ?? '',
        fill: 'none',
        stroke: theme.ink2,
        'stroke-width': 1.6,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    );
  }
  content.push(drawText(title, element.shape === 'note' ? theme.ink2 : theme.ink));
  if (subtitle !== null) content.push(drawText(subtitle, theme.ink3));
  return sequence([
    drawShape(element, theme),
    tag('g', { transform: `translate(${box.x} ${box.y})`, opacity: outOfScope ? OUT_OF_SCOPE : null }, content),
  ]);
}

function drawText({ size, weight, lines }: TextBlock, fill: string): Markup {
  return sequence(
    lines.map(({ text, x, y }) => tag('text', { x, y, 'font-size': size, 'font-weight': weight, fill }, [text])),
  );
}

function drawShape({ shape, box, outOfScope }: SceneElement, theme: Theme): Markup {
  const { x, y, width, height } = box;
  const look = {
    fill: theme.surface,
    stroke: theme.outline,
    'stroke-width': 1.2,
    'stroke-dasharray': outOfScope ? DASHES : null,
  };
  switch (shape) {
    case 'pill':
      return tag('rect', { x, y, width, height, rx: Math.min(width, height) / 2, ...look });
    case 'rectangle':
      return tag('rect', { x, y, width, height, ...look });
    case 'store':
      return sequence([
        tag('rect', { x, y, width, height, fill: theme.surface }),
        tag('path', {
          ...look,
          d: `M${x} ${y}h${width}M${x} ${y + height}h${width}`,
          'stroke-width': 1.8,
          stroke: theme.flow,
        }),
      ]);
    case 'note':
      return tag('path', {
        d: `M${x} ${y}H${x + width - FOLD}L${x + width} ${y + FOLD}V${y + height}H${x}ZM${x + width - FOLD} ${y}V${y + FOLD}H${x + width}`,
        ...look,
        'stroke-width': 1,
        'stroke-linejoin': 'round',
      });
    case 'box':
    case 'polygon':
    case 'line':
      return sequence([]);
  }
}
