/** Boundaries on the underlay: area and outline below the flows, names above them. */
import type { SceneElement } from '@strideboard/render';
import { tagGrowth } from '../diagram/tag-growth.ts';
import { borderWidth, dashesOf, isLegible, type PaintJob } from './job.ts';
import { paintLock } from './paint-element.ts';
import { paintBadges } from './paint-badges.ts';
import { paintBlock, paintFarName, paintGrey } from './paint-text.ts';

const RADIUS = 14;
const FOLDED = { radius: 10, behind: 4 };
/** Grey builds up faster to the eye than a hue does. */
const GREY_TINT = 0.55;
const MOST_OUTLINE_GROWTH = 1.75;

/** Everything of a boundary but its name on the line. */
export function paintBoundary(job: PaintJob, element: SceneElement): void {
  const { pen, palette } = job;
  const { boundary, outline } = element;
  if (boundary === null) return;
  pen.globalAlpha = element.outOfScope ? palette.outOfScope : 1;
  if (boundary.folds !== null) paintFolded(job, element);
  else if (outline === null) paintBox(job, element);
  else paintOutline(job, element, outline);
  if (element.locked) paintLock(job, element, borderWidth(job, palette.lines.boundary * job.far));
  paintBadges(job, element);
  pen.globalAlpha = 1;
}

function paintBox(job: PaintJob, { box, boundary }: SceneElement): void {
  if (boundary === null) return;
  const { pen, palette } = job;
  const colour = palette.boundaries[boundary.colour];
  const width = borderWidth(job, palette.lines.boundary * job.far);
  if (palette.tint > 0) {
    pen.beginPath();
    pen.roundRect(box.x, box.y, box.width, box.height, RADIUS);
    fillTint(job, colour, boundary.colour === 'neutral' || boundary.colour === 'machine');
  }
  pen.beginPath();
  pen.roundRect(box.x + width / 2, box.y + width / 2, box.width - width, box.height - width, RADIUS - width / 2);
  strokeDashed(job, { colour, width, isSolid: boundary.style === 'machine' });
}

function fillTint({ pen, palette }: PaintJob, colour: string, isGrey: boolean): void {
  const before = pen.globalAlpha;
  pen.globalAlpha = before * palette.tint * (isGrey ? GREY_TINT : 1);
  pen.fillStyle = colour;
  pen.fill();
  pen.globalAlpha = before;
}

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly isSolid: boolean;
}

function strokeDashed(job: PaintJob, { colour, width, isSolid }: Stroke): void {
  const { pen } = job;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = 'butt';
  const dashes = isSolid ? [] : dashesOf(job, width);
  const before = pen.globalAlpha;
  // Dashes too small to be seen are as light as what they would leave.
  if (!isSolid && dashes.length === 0) pen.globalAlpha = before * 0.65;
  pen.setLineDash(dashes);
  pen.stroke();
  pen.setLineDash([]);
  pen.globalAlpha = before;
}

function paintOutline(job: PaintJob, { boundary }: SceneElement, outline: string): void {
  if (boundary === null) return;
  const { pen, palette, far, zoom } = job;
  const colour = palette.boundaries[boundary.colour];
  const path = job.path(outline);
  const before = pen.globalAlpha;
  if (boundary.closed && palette.tint > 0) {
    const isGrey = boundary.colour === 'neutral' || boundary.colour === 'machine';
    pen.globalAlpha = before * palette.tint * (isGrey ? GREY_TINT : 1);
    pen.fillStyle = colour;
    pen.fill(path);
    pen.globalAlpha = before;
  }
  pen.strokeStyle = colour;
  pen.lineCap = 'butt';
  pen.lineWidth = palette.lines.boundary * 1.2 * Math.min(far, MOST_OUTLINE_GROWTH);
  if (boundary.style !== 'machine' && 4 * zoom >= 0.5) pen.setLineDash([5, 4]);
  pen.stroke(path);
  pen.setLineDash([]);
}

/** A card, with another one showing behind it. */
function paintFolded(job: PaintJob, element: SceneElement): void {
  const { box, boundary, title, subtitle } = element;
  if (boundary === null) return;
  const { pen, palette } = job;
  const colour = palette.boundaries[boundary.colour];
  const width = borderWidth(job, palette.lines.boundary * job.far);
  const { behind, radius } = FOLDED;
  const card = (by: number, inset: number): void => {
    pen.beginPath();
    const [w, h] = [box.width - 2 * inset, box.height - 2 * inset];
    pen.roundRect(box.x + by + inset, box.y + by + inset, w, h, Math.max(0, radius - inset));
  };
  card(behind, 0);
  pen.fillStyle = colour;
  pen.fill();
  card(behind, 1);
  pen.fillStyle = palette.surface;
  pen.fill();
  card(0, 0);
  pen.fill();
  card(0, width / 2);
  strokeDashed(job, { colour, width, isSolid: boundary.style === 'machine' });
  if (job.distance === 'far') {
    paintFarName(job, element, colour);
    return;
  }
  paintBlock(job, title, { x: box.x, y: box.y, fill: colour, weight: 600 });
  if (subtitle !== null) paintBlock(job, subtitle, { x: box.x, y: box.y, fill: palette.ink2 });
}

const TAG_TEXT = 11;
/** The least that is given to what is out of scope, so that a name stays readable. */
const LEAST_TAG_OPACITY = 0.75;

/** Kind and name of a boundary on its line. */
export function paintTag(job: PaintJob, element: SceneElement): void {
  const tag = element.boundary?.tag;
  if (tag == null || element.boundary === null) return;
  const { pen, palette, far } = job;
  const { x, y, width, height } = tag.box;
  const scale = Math.min(far, tagGrowth(element, width));
  const isCentred = element.outline !== null;
  pen.save();
  pen.globalAlpha = element.outOfScope ? Math.max(palette.outOfScope, LEAST_TAG_OPACITY) : 1;
  pen.translate(isCentred ? x + width / 2 : x, y + height / 2);
  pen.scale(scale, scale);
  const left = isCentred ? -width / 2 : 0;
  pen.beginPath();
  pen.roundRect(left, -height / 2, width, height, 4);
  pen.fillStyle = palette.ground;
  pen.fill();
  pen.fillStyle = palette.boundaries[element.boundary.colour];
  if (isLegible(job, TAG_TEXT * scale)) {
    pen.font = `600 ${TAG_TEXT}px ${palette.font}`;
    pen.textAlign = 'center';
    pen.fillText(tag.line.text, left + width / 2, 4);
  } else paintGrey(job, { x: left + 4, y: 3, width: width - 8, size: TAG_TEXT });
  pen.restore();
}
