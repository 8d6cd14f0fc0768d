/** Text on the underlay. */
import type { SceneElement, TextBlock } from '@strideboard/render';
import { blockBox } from '../diagram/block-box.ts';
import { isLegible, type PaintJob } from './job.ts';

/** Where a block goes: the corner of its element, canvas px, and its colour. */
interface BlockPlace {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  /** Defaults to that of the block. */
  readonly weight?: number;
}

/** A block of lines where the scene measured them. */
export function paintBlock(job: PaintJob, block: TextBlock, { x, y, fill, weight = block.weight }: BlockPlace): void {
  const { pen, palette } = job;
  const { size, lines } = block;
  pen.fillStyle = fill;
  if (!isLegible(job, size)) {
    for (const line of lines) paintGrey(job, { x: x + line.x, y: y + line.y, width: line.width, size });
    return;
  }
  const { left, width, isCentred } = blockBox(block);
  pen.font = `${weight} ${size}px ${palette.font}`;
  pen.textAlign = isCentred ? 'center' : 'left';
  for (const line of lines) pen.fillText(line.text, x + left + (isCentred ? width / 2 : 0), y + line.y);
}

/** What a line of text looks like that is too small to read; `y` is its baseline. Canvas px. */
export function paintGrey(
  { pen }: PaintJob,
  { x, y, width, size }: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
): void {
  const before = pen.globalAlpha;
  pen.globalAlpha = before * 0.5;
  pen.fillRect(x, y - size * 0.52, width, size * 0.32);
  pen.globalAlpha = before;
}

/** Height of a line and its baseline, in units of the size, as the style sheet has them. */
const LINE = 1.15;
const BASELINE = 0.939;

/** From afar only the name, as large as it fits, in the middle. */
export function paintFarName(job: PaintJob, element: SceneElement, fill: string): void {
  const { pen, palette, far } = job;
  const { box, title } = element;
  const { size, lines } = job.farName(element, far);
  const top = box.y + (box.height - lines.length * size * LINE) / 2;
  const middle = box.x + box.width / 2;
  const isReadable = isLegible(job, size);
  pen.fillStyle = fill;
  pen.font = `${title.weight} ${size}px ${palette.font}`;
  pen.textAlign = 'center';
  lines.forEach(({ text, width }, at) => {
    const y = top + (at * LINE + BASELINE) * size;
    if (isReadable) pen.fillText(text, middle, y);
    else paintGrey(job, { x: middle - width / 2, y, width, size });
  });
}
