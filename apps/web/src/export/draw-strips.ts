/** Drawing an SVG on the page in strips, with a breath between them, so that the board stays at hand while a large picture is made. */
import { pageFontFaces, withFonts } from './font-faces.ts';
import type { DrawingWish } from './protocol.ts';

const FAMILY = 'Inter Variable';
/** Pixels of one strip. */
const STRIP_AREA = 1024 * 1024;

/** Draws the SVG (one of ours: no scripts, nothing from outside) from top to bottom. Rejects when the browser cannot draw it; ends early with the signal. */
export async function drawStrips(
  { svg, width, height }: DrawingWish,
  put: (strip: ImageBitmap, top: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const complete = await withFonts(svg, pageFontFaces(FAMILY, document.styleSheets));
  const url = URL.createObjectURL(new Blob([complete], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const step = Math.max(1, Math.min(height, Math.floor(STRIP_AREA / width)));
    for (let top = 0; top < height && !signal.aborted; top += step) {
      put(strip(image, { width, height, top, step }), top);
      await breath();
    }
  } finally {
    URL.revokeObjectURL(url);
  }
}

interface Strip {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly step: number;
}

function strip(image: HTMLImageElement, { width, height, top, step }: Strip): ImageBitmap {
  const canvas = new OffscreenCanvas(width, Math.min(step, height - top));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('drawStrips: the browser gives no canvas of this size');
  context.drawImage(image, 0, -top, width, height);
  return canvas.transferToImageBitmap();
}

/** Whatever waits on the page comes first. */
const breath = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
