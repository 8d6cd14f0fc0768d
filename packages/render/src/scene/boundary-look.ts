/** How a boundary looks: style, colour, name tag and the outline of free forms and lines. */

import {
  boundaryCurve,
  type Box,
  type CanvasPoint,
  type Element,
  type ElementId,
  isClosedBoundary,
} from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { measureText } from '../text/measure-text.ts';
import { wrapText } from '../text/wrap-text.ts';
import { layOutElementText } from './element-text.ts';
import type { SceneBoundary, TextBlock } from './items.ts';
import { pointAlong } from './polyline.ts';
import { round, roundPoint } from './round.ts';

const TAG = { size: 11, weight: 600 } as const;
const TAG_HEIGHT = 18;
const TAG_INSET = 16;
const TAG_PADDING = 7;
const LINE_TAG_WIDTH = 180;
/** Where on a line boundary its name stands: near its beginning, away from the flows that cut its middle. */
const LINE_TAG_PLACE = 0.12;

/** A boundary's look together with its outline; boxes have no outline of their own. */
export interface BoundaryLook {
  readonly boundary: SceneBoundary;
  readonly outline: string | null;
  readonly outlinePoints: readonly CanvasPoint[];
}

/** Builds the look of a boundary at its absolute place. */
export function lookOfBoundary(element: Element, box: Box, pack: PackIndex): BoundaryLook {
  const closed = isClosedBoundary(element);
  const points = element.shape.kind === 'box' ? [] : boundaryCurve(element, box).map(roundPoint);
  return {
    boundary: {
      ...colouring(element, pack),
      closed,
      tag: tagOf({ text: nameOf(element, pack), box, points, closed }),
      folds: null,
    },
    outline: points.length === 0 ? null : pathThrough(points, closed),
    outlinePoints: points,
  };
}

/** The look of a collapsed boundary: a card with its name and, after a triangle, how much is inside. */
export function lookOfFolded(
  element: Element,
  { box, pack, folds }: { readonly box: Box; readonly pack: PackIndex; readonly folds: readonly ElementId[] },
): { readonly boundary: SceneBoundary; readonly title: TextBlock; readonly subtitle: TextBlock | null } {
  const name = nameOf(element, pack);
  const { title, subtitle } = layOutElementText({
    shape: 'rectangle',
    width: box.width,
    height: box.height,
    name: name === '' ? '…' : name,
    typeName: `▸ ${folds.length}`,
    glyph: null,
  });
  return { boundary: { ...colouring(element, pack), closed: true, tag: null, folds }, title, subtitle };
}

function colouring({ type, style }: Element, pack: PackIndex): Pick<SceneBoundary, 'style' | 'colour'> {
  return { style, colour: pack.boundaryKind(type)?.colour ?? (style === 'machine' ? 'machine' : 'neutral') };
}

function nameOf({ type, label }: Element, pack: PackIndex): string {
  const kind = pack.boundaryKind(type);
  return tagText(label, kind === null ? '' : (kind.short ?? kind.label));
}

/** `Namespace · payments`; only one of both where the other is empty or says the same. */
function tagText(label: string, kindName: string): string {
  const name = label.trim();
  if (name === '' || kindName === '') return name === '' ? kindName : name;
  return name.toLowerCase().startsWith(kindName.toLowerCase()) ? name : `${kindName} · ${name}`;
}

interface TagInput {
  readonly text: string;
  readonly box: Box;
  readonly points: readonly CanvasPoint[];
  readonly closed: boolean;
}

function tagOf({ text, box, points, closed }: TagInput): SceneBoundary['tag'] {
  const room = closed ? box.width - 2 * TAG_INSET - 2 * TAG_PADDING : LINE_TAG_WIDTH;
  const [line] = wrapText(text, { ...TAG, width: Math.max(24, room), maxLines: 1 });
  if (line === undefined) return null;
  const width = measureText(line, TAG);
  const plate = { width: round(width + 2 * TAG_PADDING), height: TAG_HEIGHT };
  const corner = closed ? topLeft(box, points) : centred(pointAlong(points, LINE_TAG_PLACE).point, plate);
  return {
    box: { x: round(corner.x), y: round(corner.y), ...plate },
    line: {
      text: line,
      x: round(corner.x + TAG_PADDING),
      y: round(corner.y + TAG_HEIGHT / 2 + TAG.size * 0.36),
      width,
    },
  };
}

const centred = (
  at: CanvasPoint,
  { width, height }: { readonly width: number; readonly height: number },
): CanvasPoint => ({
  x: at.x - width / 2,
  y: at.y - height / 2,
});

/** On the upper line of a box; at the highest corner of a free form. */
function topLeft(box: Box, points: readonly CanvasPoint[]): CanvasPoint {
  const [first, ...others] = points;
  if (first === undefined) return { x: box.x + TAG_INSET, y: box.y - TAG_HEIGHT / 2 };
  const highest = others.reduce((best, point) => (point.y < best.y ? point : best), first);
  return { x: highest.x, y: highest.y - TAG_HEIGHT / 2 };
}

function pathThrough(points: readonly CanvasPoint[], closed: boolean): string {
  const parts = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`);
  return parts.join('') + (closed ? 'Z' : '');
}
