/** What everything that paints a piece of the diagram is handed. */
import type { SubjectId } from '@strideboard/model';
import type { SceneElement, SceneFlow } from '@strideboard/render';
import type { PeerMark } from '../diagram/peer-marks.ts';
import type { Distance } from '../view/distance.ts';
import type { FarName } from './far-lines.ts';
import type { Palette } from './palette.ts';

/** Items in painting order. */
export interface PaintItems {
  readonly boundaries: readonly SceneElement[];
  readonly flows: readonly SceneFlow[];
  readonly elements: readonly SceneElement[];
}

/** One painting. The pen's space is the canvas space of the diagram. */
export interface PaintJob {
  readonly pen: CanvasRenderingContext2D;
  readonly zoom: number;
  readonly distance: Distance;
  /** How much larger signs are drawn to be seen from afar. */
  readonly far: number;
  /** Device px per px of the page. */
  readonly ratio: number;
  readonly palette: Palette;
  readonly selected: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, PeerMark>;
  /** Counts by level, as badges have them; `''` for none. */
  readonly counts: (id: SubjectId, others?: readonly SubjectId[]) => string;
  readonly farName: (element: SceneElement, far: number) => FarName;
  /** The same path for the same data. */
  readonly path: (data: string) => Path2D;
}

/** Below this size on screen a text is a grey line, px. */
const LEAST_TEXT_PX = 4;

/** Whether text of a size can be read at all. */
export const isLegible = ({ zoom }: PaintJob, size: number): boolean => size * zoom >= LEAST_TEXT_PX;

/** The width a border of the page has: whole device px, at least one. */
export const borderWidth = ({ ratio }: PaintJob, width: number): number =>
  width <= 0 ? 0 : Math.max(1, Math.floor(width * ratio)) / ratio;

/** Dashes as the browser draws those of a border; none where they could not be told apart. */
export function dashesOf({ zoom }: PaintJob, width: number): number[] {
  const [dash, gap] = width >= 3 ? [2 * width, width] : [3 * width, 2 * width];
  return gap * zoom < 0.5 ? [] : [dash, gap];
}
