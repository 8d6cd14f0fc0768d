/** Counts of findings and questions at elements and flows: each severity has a shape of its own, so colour is never alone. */

import type { SceneElement, SceneFlow } from '../scene/items.ts';
import { measureText } from '../text/measure-text.ts';
import type { Theme } from '../theme.ts';
import { type Markup, sequence, tag } from './tag.ts';

/** What can be counted, in the order it is shown. */
export const BADGE_KINDS = ['critical', 'high', 'medium', 'low', 'question'] as const;
/** One of {@link BADGE_KINDS}. */
export type BadgeKind = (typeof BADGE_KINDS)[number];
/** Counts of one element or flow; nothing is shown for 0 or an absent count. */
export type BadgeCounts = Readonly<Partial<Record<BadgeKind, number>>>;

/** ▲ ◆ ● ○ as paths around the origin, so that no font needs them; the question is a letter. */
const SIGNS: Readonly<Record<Exclude<BadgeKind, 'question'>, string>> = {
  critical: 'M0 -3.8L4.2 3.4H-4.2Z',
  high: 'M0 -4.4L4.4 0L0 4.4L-4.4 0Z',
  medium: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z',
  low: 'M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0Z',
};

const HEIGHT = 20;
const GAP = 4;
/** How far the middle of the badges stands above the edge, px: a name of three lines begins just below it. */
const LIFT = 4;
const COUNT = { size: 11, weight: 600 } as const;

/** Badges at the top right edge of an element, or at the right end of a flow's label. */
export function drawBadges(item: SceneElement | SceneFlow, counts: BadgeCounts, theme: Theme): Markup {
  const shown = BADGE_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, text: String(Math.floor(count)) }] : [];
  });
  const widths = shown.map(({ text }) => Math.ceil(measureText(text, COUNT)) + 25);
  const total = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  const { right, middle } = anchor(item, total);
  let x = right - total;
  const parts: Markup[] = [];
  shown.forEach(({ kind, text }, at) => {
    const width = widths[at] ?? 0;
    parts.push(drawBadge({ kind, text, x, y: middle - HEIGHT / 2, width }, theme));
    x += width + GAP;
  });
  return sequence(parts);
}

function anchor(item: SceneElement | SceneFlow, total: number): { readonly right: number; readonly middle: number } {
  if (item.item === 'flow') {
    const end = item.label?.box ?? item.bounds;
    const x = item.label === null ? end.x + end.width / 2 : end.x + end.width + 2;
    return { right: x + total, middle: end.y + end.height / 2 };
  }
  return { right: item.box.x + item.box.width - 6, middle: item.box.y - LIFT };
}

interface Badge {
  readonly kind: BadgeKind;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawBadge({ kind, text, x, y, width }: Badge, theme: Theme): Markup {
  const { ink, soft } = theme.severities[kind];
  const sign =
    kind === 'question'
      ? tag('text', { x: -3.2, y: 4, 'font-size': 11, 'font-weight': 600, fill: ink }, ['?'])
      : tag('path', {
          d: SIGNS[kind],
          ...(kind === 'low' ? { fill: 'none', stroke: ink, 'stroke-width': 1.6 } : { fill: ink }),
        });
  return tag('g', { transform: `translate(${x} ${y})` }, [
    tag('rect', { width, height: HEIGHT, rx: HEIGHT / 2, fill: soft, stroke: ink, 'stroke-width': 1.2 }),
    tag('g', { transform: `translate(11 ${HEIGHT / 2})` }, [sign]),
    tag('text', { x: 18, y: 14, 'font-size': COUNT.size, 'font-weight': COUNT.weight, fill: ink }, [text]),
  ]);
}
