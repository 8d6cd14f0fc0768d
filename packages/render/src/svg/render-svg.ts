/**
 * The whole drawing as one SVG text: well-formed for any input, the same bytes for the same scene, no script, no foreign content, no link
 * to anything outside. Painting order: boundaries, flows, boundary names, elements, flow labels, badges, legend.
 */

import type { Scene } from '../scene/scene.ts';
import { type Theme, type ThemeName, themes } from '../theme.ts';
import { type BadgeCounts, drawBadges } from './draw-badges.ts';
import { drawBoundary, drawBoundaryTag, drawLock, drawNode } from './draw-element.ts';
import { drawFlow, drawFlowLabel } from './draw-flow.ts';
import { drawLegend, type LegendWords } from './legend.ts';
import { type Markup, tag } from './tag.ts';

/** Choices for {@link renderSvg}. */
export interface SvgOptions {
  /** `light` when absent. */
  readonly theme?: ThemeName;
  /** Instead of the theme's ground, `#rrggbb`. */
  readonly ground?: string;
  /** Room around the drawing, px; 32 when absent. */
  readonly padding?: number;
  /** Name of the drawing for people who do not see it. */
  readonly title?: string;
  /** What it shows, for people who do not see it. */
  readonly description?: string;
  /** Counts by id of element or flow. */
  readonly badges?: ReadonlyMap<string, BadgeCounts>;
  /** Words of the legend; no legend when absent. */
  readonly legend?: LegendWords;
}

const FONTS = "'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const EMPTY = { x: 0, y: 0, width: 320, height: 160 } as const;

/** Draws the scene. Ends with a newline. */
export function renderSvg(scene: Scene, options: SvgOptions = {}): string {
  const chosen = themes[options.theme ?? 'light'];
  const theme: Theme = { ...chosen, ground: options.ground ?? chosen.ground };
  const padding = options.padding ?? 32;
  const bounds = scene.bounds ?? EMPTY;
  const legend = options.legend === undefined ? null : drawLegend(options.legend, bounds.width, theme);
  const frame = {
    x: Math.floor(bounds.x - padding),
    y: Math.floor(bounds.y - padding),
    width: Math.ceil(bounds.width + 2 * padding),
    height: Math.ceil(bounds.height + 2 * padding + (legend === null ? 0 : legend.height + padding / 2)),
  };
  const boundaries = scene.elements.filter((element) => element.boundary !== null);
  const nodes = scene.elements.filter((element) => element.boundary === null);
  const layers: readonly (readonly [string, readonly Markup[]])[] = [
    ['boundaries', boundaries.map((element) => drawBoundary(element, theme))],
    ['flows', scene.flows.map((flow) => drawFlow(flow, theme))],
    ['boundary-names', boundaries.map((element) => drawBoundaryTag(element, theme))],
    ['elements', nodes.map((element) => drawNode(element, theme))],
    ['locks', scene.elements.map((element) => drawLock(element, theme))],
    ['flow-labels', scene.flows.map((flow) => drawFlowLabel(flow, theme))],
    ['badges', badgesOf(scene, options.badges, theme)],
    ['legend', legend === null ? [] : [legendAt(legend.markup, bounds, padding)]],
  ];
  const title = options.title ?? '';
  const description = options.description ?? '';
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: frame.width,
      height: frame.height,
      viewBox: `${frame.x} ${frame.y} ${frame.width} ${frame.height}`,
      role: 'img',
      'aria-labelledby': title === '' ? null : 'drawing-title',
      'aria-describedby': description === '' ? null : 'drawing-description',
      'font-family': FONTS,
    },
    [
      ...(title === '' ? [] : [tag('title', { id: 'drawing-title' }, [title])]),
      ...(description === '' ? [] : [tag('desc', { id: 'drawing-description' }, [description])]),
      tag('rect', { ...frame, fill: theme.ground }),
      ...layers
        .filter(([, parts]) => parts.some(({ markup }) => markup !== ''))
        .map(([name, parts]) => layer(name, parts)),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.markup}\n`;
}

/** One item a line, so that two exports compare line by line. */
function layer(name: string, parts: readonly Markup[]): Markup {
  const lines = parts.filter(({ markup }) => markup !== '').map(({ markup }) => `\n${markup}`);
  return tag('g', { id: name }, [{ markup: `${lines.join('')}\n` }]);
}

function badgesOf(scene: Scene, badges: SvgOptions['badges'], theme: Theme): readonly Markup[] {
  if (badges === undefined) return [];
  return [...scene.flows, ...scene.elements].flatMap((item) => {
    const counts = badges.get(item.id);
    return counts === undefined ? [] : [drawBadges(item, counts, theme)];
  });
}

const legendAt = (
  markup: Markup,
  bounds: { readonly x: number; readonly y: number; readonly height: number },
  padding: number,
): Markup =>
  tag('g', { transform: `translate(${Math.floor(bounds.x)} ${Math.ceil(bounds.y + bounds.height + padding / 2)})` }, [
    markup,
  ]);
