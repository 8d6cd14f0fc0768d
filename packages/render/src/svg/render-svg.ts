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
  /** `light` when absent. A theme of one's own has the colours of the page around it. */
  readonly theme?: ThemeName | Theme;
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
  /** The drawing as a part of an HTML page. A file of its own when absent. */
  readonly embed?: SvgEmbedding;
}

/** What a drawing needs to stand on a page with others. */
export interface SvgEmbedding {
  /** Before the ids of the drawing's own parts, unique on the page. */
  readonly prefix: string;
  /** The id an element or flow gets, and where it leads; `null` = neither. */
  readonly linkOf: (id: string) => SvgLink | null;
}

/** An element or flow as a place of the page that leads to another. */
export interface SvgLink {
  readonly id: string;
  readonly href: string;
  /** What the link is called. */
  readonly name: string;
}

const FONTS = "'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const EMPTY = { x: 0, y: 0, width: 320, height: 160 } as const;

/** Draws the scene. Ends with a newline. */
export function renderSvg(scene: Scene, options: SvgOptions = {}): string {
  const wanted = options.theme ?? 'light';
  const chosen = typeof wanted === 'string' ? themes[wanted] : wanted;
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
  const { embed } = options;
  const prefix = embed?.prefix ?? '';
  const place = (id: string, markup: Markup): Markup => placed(embed?.linkOf(id) ?? null, markup);
  const leading = (id: string, markup: Markup): Markup => linked(embed?.linkOf(id) ?? null, markup);
  const layers: readonly (readonly [string, readonly Markup[]])[] = [
    ['boundaries', boundaries.map((element) => place(element.id, drawBoundary(element, theme)))],
    ['flows', scene.flows.map((flow) => place(flow.id, leading(flow.id, drawFlow(flow, theme))))],
    ['boundary-names', boundaries.map((element) => leading(element.id, drawBoundaryTag(element, theme)))],
    ['elements', nodes.map((element) => place(element.id, leading(element.id, drawNode(element, theme))))],
    ['locks', scene.elements.map((element) => drawLock(element, theme))],
    ['flow-labels', scene.flows.map((flow) => leading(flow.id, drawFlowLabel(flow, theme)))],
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
      // A picture has no links inside for people who do not see it; a group has.
      role: embed === undefined ? 'img' : 'group',
      'aria-labelledby': title === '' ? null : `${prefix}drawing-title`,
      'aria-describedby': description === '' ? null : `${prefix}drawing-description`,
      'font-family': FONTS,
    },
    [
      ...(title === '' ? [] : [tag('title', { id: `${prefix}drawing-title` }, [title])]),
      ...(description === '' ? [] : [tag('desc', { id: `${prefix}drawing-description` }, [description])]),
      tag('rect', { ...frame, fill: theme.ground }),
      ...layers
        .filter(([, parts]) => parts.some(({ markup }) => markup !== ''))
        .map(([name, parts]) => layer(`${prefix}${name}`, parts)),
    ],
  );
  return embed === undefined ? `<?xml version="1.0" encoding="UTF-8"?>\n${svg.markup}\n` : `${svg.markup}\n`;
}

/** Something with an address of its own. */
const placed = (link: SvgLink | null, markup: Markup): Markup =>
  link === null || markup.markup === '' ? markup : tag('g', { id: link.id }, [markup]);

/** Something that leads elsewhere. The keyboard reaches the same places by the text beside the drawing, so the drawing is no row of stops. */
const linked = (link: SvgLink | null, markup: Markup): Markup =>
  link === null || markup.markup === ''
    ? markup
    : tag('a', { href: link.href, 'aria-label': link.name, tabindex: -1 }, [markup]);

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
