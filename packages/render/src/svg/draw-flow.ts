/** Flows as SVG: line, heads, gate marks, label. */

import type { SceneFlow } from '../scene/items.ts';
import type { Theme } from '../theme.ts';
import { type Markup, sequence, tag } from './tag.ts';

/** A filled head with its tip at the origin, pointing along the x axis. */
export const HEAD_PATH = 'M0 0L-10 -4.4L-8.2 0L-10 4.4Z';
/** The two posts of a gate, upright to a flow along the x axis. */
export const GATE_PATH = 'M-2.6 -5.5V5.5M2.6 -5.5V5.5';

/** Line, heads and gate marks. */
export function drawFlow({ d, heads, marks, crosses, outOfScope }: SceneFlow, theme: Theme): Markup {
  const isCrossing = crosses.length > 0;
  const colour = theme.flow;
  const parts: Markup[] = [
    tag('path', {
      d,
      fill: 'none',
      stroke: colour,
      'stroke-width': isCrossing ? theme.lines.crossing : theme.lines.flow,
      'stroke-dasharray': outOfScope ? '5 4' : null,
      'stroke-linejoin': 'round',
    }),
  ];
  for (const { x, y, angle } of heads) {
    parts.push(tag('path', { transform: `translate(${x} ${y}) rotate(${angle})`, d: HEAD_PATH, fill: colour }));
  }
  for (const { x, y, angle } of marks) {
    parts.push(
      tag('g', { transform: `translate(${x} ${y}) rotate(${angle})` }, [
        tag('rect', { x: -2.6, y: -5.5, width: 5.2, height: 11, fill: theme.ground }),
        tag('path', { d: GATE_PATH, stroke: colour, 'stroke-width': 1.6, 'stroke-linecap': 'round' }),
      ]),
    );
  }
  return outOfScope ? tag('g', { opacity: theme.outOfScope }, parts) : sequence(parts);
}

/** Number and label on a plate of the ground's colour. */
export function drawFlowLabel({ label, outOfScope }: SceneFlow, theme: Theme): Markup {
  if (label === null) return sequence([]);
  const { box, number, lines } = label;
  const opacity = outOfScope ? theme.outOfScope : null;
  const parts = [tag('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 5, fill: theme.ground })];
  if (number !== null) {
    parts.push(
      tag('text', { x: number.x, y: number.y, 'font-size': 11, 'font-weight': 600, fill: theme.ink, opacity }, [
        number.text,
      ]),
    );
  }
  for (const { text, x, y } of lines) {
    parts.push(tag('text', { x, y, 'font-size': 11, 'font-weight': 400, fill: theme.ink2, opacity }, [text]));
  }
  return sequence(parts);
}
