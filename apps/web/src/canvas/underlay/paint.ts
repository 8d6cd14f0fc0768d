/** Paints a piece of the diagram, in the order in which the page lays it: boundaries, flows, names of boundaries, elements, what is said of blocks. */
import type { SceneElement } from '@strideboard/render';
import { BADGE_SIGNS, type BadgeLevel } from '../../ui/SeverityBadge.tsx';
import { blocksAt } from './block-counts.ts';
import type { PaintItems, PaintJob } from './job.ts';
import { hasOwnBadges, paintBlockCounts } from './paint-badges.ts';
import { paintBoundary, paintTag } from './paint-boundary.ts';
import { paintElement, paintRings } from './paint-element.ts';
import { paintFlows } from './paint-flows.ts';

const THREATS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'low'];
/** Least room of a badge of a block on screen, px. */
const BADGE_PX = 48;

/** What is counted for each boundary with its content, by level. */
export type BlockTotals = (element: SceneElement) => readonly number[] | null;

/** Paints. The pen is in canvas space and clipped to what is wanted. */
export function paint(job: PaintJob, items: PaintItems, totals: BlockTotals): void {
  const { pen } = job;
  pen.textBaseline = 'alphabetic';
  for (const boundary of items.boundaries) paintBoundary(job, boundary);
  paintFlows(job, items.flows);
  for (const boundary of items.boundaries) paintTag(job, boundary);
  for (const element of items.elements) paintElement(job, element);
  if (job.selected.size > 0 || job.marks.size > 0) {
    for (const boundary of items.boundaries) paintRings(job, boundary);
    for (const element of items.elements) paintRings(job, element);
  }
  if (!hasOwnBadges(job.zoom)) paintBlocks(job, items.boundaries, totals);
}

/** The worst levels of each block, as many as there is room for, at its upper right edge. */
function paintBlocks(job: PaintJob, boundaries: readonly SceneElement[], totals: BlockTotals): void {
  for (const block of blocksAt(boundaries, job.zoom)) {
    const numbers = totals(block);
    if (numbers === null) continue;
    const room = Math.max(1, Math.floor((block.box.width * job.zoom - 16) / 2 / BADGE_PX));
    const shown = THREATS.flatMap((level, at) => {
      const count = numbers[at] ?? 0;
      return count === 0 ? [] : [{ level, text: `${BADGE_SIGNS[level]} ${count}` }];
    }).slice(0, room);
    paintBlockCounts(job, shown, { x: block.box.x + block.box.width - 8 / job.zoom, y: block.box.y });
  }
}
