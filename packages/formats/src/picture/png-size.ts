/** How large an image of a drawing can be made: the same in every browser and on the command line. */

/** Longest side a browser's canvas takes, px. */
const SIDE_LIMIT = 16_384;
/** Pixels a canvas may have here: 256 MB while it is drawn. */
const AREA_LIMIT = 64 * 1024 * 1024;
const WANTED_SCALE = 2;

/** Size of an image. */
export interface PngSize {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Image px per drawing px: 2, less for a very large drawing. */
  readonly scale: number;
}

/** Double the size of the drawing (px), or as much of it as a canvas can hold. At least one pixel each way. */
export function pngSize({ width, height }: { readonly width: number; readonly height: number }): PngSize {
  const [w, h] = [Math.max(1, width), Math.max(1, height)];
  const scale = Math.min(WANTED_SCALE, SIDE_LIMIT / w, SIDE_LIMIT / h, Math.sqrt(AREA_LIMIT / (w * h)));
  return { width: Math.max(1, Math.floor(w * scale)), height: Math.max(1, Math.floor(h * scale)), scale };
}

/** Width and height (px) that an SVG of ours states; `null` where it does not. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } | null {
  const found = /<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"/u.exec(svg);
  const [width, height] = [Number(found?.[1]), Number(found?.[2])];
  return Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0 ? { width, height } : null;
}
