/** The legend below a drawing: what shapes and lines mean. */

import { measureText } from '../text/measure-text.ts';
import type { Theme } from '../theme.ts';
import { GATE_PATH, HEAD_PATH } from './draw-flow.ts';
import { type Markup, sequence, tag } from './tag.ts';

/** Entries of the legend in the order they are shown. */
export const LEGEND_ENTRIES = [
  'process',
  'store',
  'external',
  'trust',
  'machine',
  'flow',
  'crossing',
  'outOfScope',
] as const;
/** The words of a legend. */
export type LegendWords = Readonly<Record<(typeof LEGEND_ENTRIES)[number], string>>;

const STYLE = { size: 11, weight: 400 } as const;
const SAMPLE = 30;
const ROW = 24;
const GAP = 20;
const WORD_GAP = 8;

/** Size and markup of a legend; the markup begins at 0, 0. */
export interface Legend {
  readonly height: number;
  readonly markup: Markup;
}

/** Lays the entries out in rows no wider than `width` (px), one entry a row at least. */
export function drawLegend(words: LegendWords, width: number, theme: Theme): Legend {
  let [x, y] = [0, 0];
  const parts: Markup[] = [];
  for (const entry of LEGEND_ENTRIES) {
    const entryWidth = SAMPLE + WORD_GAP + measureText(words[entry], STYLE);
    if (x > 0 && x + entryWidth > width) [x, y] = [0, y + ROW];
    parts.push(
      tag('g', { transform: `translate(${x} ${y})` }, [
        drawSample(entry, theme),
        tag('text', { x: SAMPLE + WORD_GAP, y: ROW / 2 + 4, 'font-size': STYLE.size, fill: theme.ink2 }, [
          words[entry],
        ]),
      ]),
    );
    x = Math.ceil(x + entryWidth + GAP);
  }
  return { height: y + ROW, markup: sequence(parts) };
}

function drawSample(entry: (typeof LEGEND_ENTRIES)[number], theme: Theme): Markup {
  const box = { x: 1, y: 5, width: SAMPLE - 2, height: 14 };
  const { lines } = theme;
  const shape = { fill: theme.surface, stroke: theme.outline, 'stroke-width': lines.element };
  const line = { d: `M1 ${ROW / 2}H${SAMPLE - 6}`, fill: 'none', stroke: theme.flow, 'stroke-width': lines.flow };
  const head = tag('path', { transform: `translate(${SAMPLE - 1} ${ROW / 2})`, d: HEAD_PATH, fill: theme.flow });
  const cluster = theme.boundaries.cluster;
  switch (entry) {
    case 'process':
      return tag('rect', { ...box, rx: 7, ...shape });
    case 'external':
      return tag('rect', { ...box, ...shape });
    case 'store':
      return tag('path', {
        d: `M1 5H${SAMPLE - 1}M1 19H${SAMPLE - 1}`,
        stroke: theme.flow,
        'stroke-width': lines.store,
      });
    case 'trust':
      return tag('rect', {
        ...box,
        rx: 4,
        fill: cluster,
        'fill-opacity': theme.tint,
        stroke: cluster,
        'stroke-width': lines.boundary,
        'stroke-dasharray': '5 4',
      });
    case 'machine':
      return tag('rect', {
        ...box,
        rx: 4,
        fill: 'none',
        stroke: theme.boundaries.machine,
        'stroke-width': lines.machine,
      });
    case 'flow':
      return sequence([tag('path', line), head]);
    case 'crossing':
      return sequence([
        tag('path', { ...line, 'stroke-width': lines.crossing }),
        tag('g', { transform: `translate(12 ${ROW / 2})` }, [
          tag('rect', { x: -2.6, y: -5.5, width: 5.2, height: 11, fill: theme.ground }),
          tag('path', { d: GATE_PATH, stroke: theme.flow, 'stroke-width': 1.6, 'stroke-linecap': 'round' }),
        ]),
        head,
      ]);
    case 'outOfScope':
      return tag('rect', { ...box, rx: 7, ...shape, 'stroke-dasharray': '4 3', opacity: theme.outOfScope });
  }
}
