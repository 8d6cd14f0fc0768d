/** An attack tree as one SVG text: well-formed for any input, nothing in it but shapes and words. */

import { type Markup, sequence, tag } from '../svg/tag.ts';
import { wrapText } from '../text/wrap-text.ts';
import { type Theme, type ThemeName, themes } from '../theme.ts';
import { type DrawnStep, type PlacedStep, placeTree, TREE_SIZES } from './place-tree.ts';
import { TREE_GATES, TREE_SIGNS, type TreeSign } from './signs.ts';

/** Choices for {@link renderTree}. */
export interface TreeSvgOptions {
  /** `light` when absent. */
  readonly theme?: ThemeName | Theme;
  /** Name of the drawing for people who do not see it. */
  readonly title: string;
  /** Before the ids of the drawing's own parts, unique on the page it stands on; a file of its own when absent. */
  readonly prefix?: string;
}

const FONTS = "'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const PADDING = 16;

/** Draws the tree. Ends with a newline. */
export function renderTree(root: DrawnStep, { theme: wanted = 'light', title, prefix }: TreeSvgOptions): string {
  const theme = typeof wanted === 'string' ? themes[wanted] : wanted;
  const { top, width, height } = placeTree(root);
  const frame = {
    ...{ x: -PADDING, y: -PADDING },
    ...{ width: Math.ceil(width + 2 * PADDING), height: Math.ceil(height + 2 * PADDING) },
  };
  const titleId = `${prefix ?? ''}tree-title`;
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: frame.width,
      height: frame.height,
      viewBox: `${frame.x} ${frame.y} ${frame.width} ${frame.height}`,
      role: 'img',
      'aria-labelledby': titleId,
      'font-family': FONTS,
    },
    [tag('title', { id: titleId }, [title]), tag('rect', { ...frame, fill: theme.ground }), drawStep(top, theme)],
  );
  return prefix === undefined ? `<?xml version="1.0" encoding="UTF-8"?>\n${svg.markup}\n` : `${svg.markup}\n`;
}

/** Ways below boxes, so that boxes lie on top. */
const drawStep = (placed: PlacedStep, theme: Theme): Markup =>
  sequence([drawWays(placed, theme), drawBox(placed, theme), ...placed.steps.map((step) => drawStep(step, theme))]);

function drawWays({ boxX, y, steps }: PlacedStep, theme: Theme): Markup {
  const { box, gap, join } = TREE_SIZES;
  const last = steps.at(-1);
  if (last === undefined) return sequence([]);
  const line = { fill: 'none', stroke: theme.outline, 'stroke-width': theme.lines.flow };
  const middle = boxX + box + gap;
  return sequence([
    tag('path', { ...line, d: `M${boxX + box} ${y + join}H${middle}V${last.y + join}` }),
    ...steps.map(({ x, y: at, boxX: end, step }) =>
      tag('path', {
        ...line,
        d: `M${middle} ${at + join}H${end > x ? end : x}`,
        ...(step.isCut ? { stroke: theme.severities.low.ink, 'stroke-dasharray': '4 4' } : {}),
      }),
    ),
  ]);
}

function drawBox(placed: PlacedStep, theme: Theme): Markup {
  const { step, boxX, y, boxHeight, label, note } = placed;
  const { box, padX, padY, labelLine, noteLine, sign } = TREE_SIZES;
  const { fill, stroke, ink } = colours(step, theme);
  const noteY = y + padY + label.length * labelLine;
  const noteX = boxX + padX + (step.sign === null ? 0 : sign);
  return sequence([
    ...step.controls.map((control, at) => drawChip(control, { x: placed.x, y, at }, theme)),
    tag('rect', {
      ...{ x: boxX, y, width: box, height: boxHeight, rx: 8, fill, stroke, 'stroke-width': theme.lines.element },
      'stroke-dasharray': step.isAside ? '4 3' : null,
    }),
    ...label.map((line, at) =>
      tag('text', { x: boxX + padX, y: y + padY + at * labelLine + 13, ...TEXT.label, fill: theme.ink }, [line]),
    ),
    ...(step.sign === null || note.length === 0 ? [] : [drawSign(step.sign, { x: boxX + padX, y: noteY + 2 }, theme)]),
    ...note.map((line, at) =>
      tag('text', { x: noteX, y: noteY + at * noteLine + 12, ...TEXT.note, fill: ink }, [line]),
    ),
  ]);
}

const TEXT = {
  label: { 'font-size': 13, 'font-weight': 600 },
  note: { 'font-size': 11 },
} as const;

function colours({ sign, isAside, isCovered }: DrawnStep, theme: Theme) {
  const { critical, high, low, question } = theme.severities;
  if (sign === 'lit') return { fill: critical.soft, stroke: critical.ink, ink: critical.ink };
  if (sign === 'accepted') return { fill: theme.surface, stroke: high.ink, ink: high.ink };
  const ink = sign === 'unknown' ? question.ink : sign === 'decided' ? low.ink : theme.ink2;
  return { fill: isAside ? 'none' : theme.surface, stroke: isCovered ? low.ink : theme.outline, ink };
}

function drawSign(
  sign: TreeSign | 'and' | 'or',
  { x, y }: { readonly x: number; readonly y: number },
  theme: Theme,
): Markup {
  const isGate = sign === 'and' || sign === 'or';
  const ink = isGate ? theme.ink2 : colours({ ...PLAIN, sign }, theme).ink;
  return tag('path', {
    transform: `translate(${x} ${y}) scale(0.75)`,
    d: isGate ? TREE_GATES[sign] : TREE_SIGNS[sign],
    fill: sign === 'lit' ? ink : isGate ? theme.ground : 'none',
    stroke: ink,
    'stroke-width': sign === 'none' ? 3.5 : 1.8,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

const PLAIN: DrawnStep = {
  ...{ label: '', note: '', sign: null, isAside: false, isCovered: false, controls: [], isCut: false, steps: [] },
};

function drawChip(
  { text, isInPlace }: DrawnStep['controls'][number],
  { x, y, at }: { readonly x: number; readonly y: number; readonly at: number },
  theme: Theme,
): Markup {
  const { chip, chipHeight, join } = TREE_SIZES;
  const { low } = theme.severities;
  const top = y + join - chipHeight / 2 + at * (chipHeight + 3);
  const [line = ''] = wrapText(text, { width: chip - 16, maxLines: 1, size: 11, weight: 400 });
  return sequence([
    tag('rect', {
      ...{ x, y: top, width: chip, height: chipHeight, rx: chipHeight / 2 },
      fill: isInPlace ? low.soft : theme.surface,
      stroke: isInPlace ? low.ink : theme.outline,
      'stroke-dasharray': isInPlace ? null : '3 3',
    }),
    tag('text', { x: x + 8, y: top + 14, 'font-size': 11, fill: isInPlace ? low.ink : theme.ink2 }, [line]),
  ]);
}
