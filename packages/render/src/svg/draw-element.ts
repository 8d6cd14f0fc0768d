/** Elements and boundaries as SVG. */

import { glyphs } from '../glyphs/glyphs.ts';
import type { SceneElement, TextBlock } from '../scene/items.ts';
import type { Theme } from '../theme.ts';
import { LOCK_PATH } from './lock-mark.ts';
import { type Markup, sequence, tag } from './tag.ts';

const DASHES = '4 3';
const BOUNDARY_RADIUS = 14;
const FOLD = 12;
const FOLDED_RADIUS = 10;
/** How far the card behind a collapsed boundary shows, px. */
const SHEET_BEHIND = 5;

/** Area and outline of a boundary; its name comes later, above the flows. */
export function drawBoundary(element: SceneElement, theme: Theme): Markup {
  const { box, outline, boundary, outOfScope } = element;
  if (boundary === null) return sequence([]);
  if (boundary.folds !== null) return drawFolded(element, theme);
  const colour = theme.boundaries[boundary.colour];
  const isTrust = boundary.style === 'trust';
  const look = {
    fill: boundary.closed ? colour : 'none',
    'fill-opacity': boundary.closed ? theme.tint : null,
    stroke: colour,
    'stroke-width': isTrust ? theme.lines.boundary : theme.lines.machine,
    'stroke-dasharray': isTrust || outOfScope ? '5 4' : null,
    opacity: outOfScope ? theme.outOfScope : null,
  };
  return outline === null
    ? tag('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: BOUNDARY_RADIUS, ...look })
    : tag('path', { d: outline, ...look });
}

/** A collapsed boundary: a card with another behind it, its name, and how much is inside. */
function drawFolded({ box, boundary, title, subtitle, outOfScope }: SceneElement, theme: Theme): Markup {
  const colour = theme.boundaries[boundary?.colour ?? 'neutral'];
  const sheet = (by: number): Markup =>
    tag('rect', {
      x: box.x + by,
      y: box.y + by,
      width: box.width,
      height: box.height,
      rx: FOLDED_RADIUS,
      fill: theme.surface,
      stroke: colour,
      'stroke-width': theme.lines.boundary,
      'stroke-dasharray': boundary?.style === 'machine' ? null : '5 4',
    });
  return tag('g', { opacity: outOfScope ? theme.outOfScope : null }, [
    sheet(SHEET_BEHIND),
    sheet(0),
    tag('g', { transform: `translate(${box.x} ${box.y})` }, [
      drawText(title, colour),
      ...(subtitle === null ? [] : [drawText(subtitle, theme.ink2)]),
    ]),
  ]);
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
        opacity: outOfScope ? theme.outOfScope : null,
      },
      [line.text],
    ),
  ]);
}

/** A padlock at the lower left corner of what is locked. */
export function drawLock({ box, locked }: SceneElement, theme: Theme): Markup {
  if (!locked) return sequence([]);
  return tag('g', { transform: `translate(${box.x + 18} ${box.y + box.height})` }, [
    tag('circle', { r: 7.4, fill: theme.ground, stroke: theme.outline }),
    tag('path', {
      d: LOCK_PATH,
      fill: 'none',
      stroke: theme.ink2,
      'stroke-width': 1.3,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
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
    tag('g', { transform: `translate(${box.x} ${box.y})`, opacity: outOfScope ? theme.outOfScope : null }, content),
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
    'stroke-width': theme.lines.element,
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
          'stroke-width': theme.lines.store,
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
